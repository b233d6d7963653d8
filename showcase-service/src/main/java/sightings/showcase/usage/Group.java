package sightings.showcase.usage;

/**
 * Some accesses of one kind, and how many visitors stand behind them at least. A visitor is one of a day, since nobody can
 * tell whether they came again on another.
 */
final class Group {

    private long count;
    private long visitors;

    /**
     * Adds what happened on one day.
     *
     * @param accesses how often
     * @param visitorsAtLeast by how many visitors for sure
     */
    void add(long accesses, long visitorsAtLeast) {
        count += accesses;
        visitors += visitorsAtLeast;
    }

    /** Adds the other group, whose visitors are others. */
    void add(Group other) {
        add(other.count, other.visitors);
    }

    long count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether it may be told as the sum of this many that are not told: not where each of them must be the largest such. */
    boolean isToldOf(int parts, int threshold) {
        return isTold(threshold) && count != (long) parts * (threshold - 1);
    }

    /** Whether it may be told: neither so few accesses nor possibly so few visitors. */
    boolean isTold(int threshold) {
        return count >= threshold && visitors >= threshold;
    }
}
