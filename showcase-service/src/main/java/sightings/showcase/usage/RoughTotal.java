package sightings.showcase.usage;

/**
 * What the public may know of all datasets of a week together: two digits, rounded down, and never steps of less than
 * ten. What a single dataset hides does not come out of it when the others are subtracted.
 */
final class RoughTotal {

    private static final int STEP = 10;

    private final int threshold;
    private long count;
    private long visitors;
    private boolean visitorsKnown = true;

    RoughTotal(int threshold) {
        this.threshold = threshold;
    }

    void add(long accesses) {
        count += accesses;
    }

    /** Visitors of one day; the same person on another day is another one, since nobody can tell. */
    void addVisitors(long ofOneDay) {
        if (ofOneDay < 0) {
            visitorsKnown = false;
        } else {
            visitors += ofOneDay;
        }
    }

    PublicCount told() {
        if (count == 0) {
            return new PublicCount.Exact(0);
        }
        if (visitorsKnown && visitors < threshold) {
            return new PublicCount.FewerThan(threshold);
        }
        long step = STEP;
        while (count / step >= 100) {
            step *= 10;
        }
        long rounded = count / step * step;
        return rounded == 0 ? new PublicCount.FewerThan(STEP) : new PublicCount.AtLeast(rounded);
    }
}
