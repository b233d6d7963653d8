package sightings.ingest.github;

/**
 * How much of what a sweep's searches have was shown to it.
 *
 * @param asked finished slices
 * @param truncated finished slices of which GitHub shows a part only, and which cannot be cut further
 * @param incomplete finished slices that GitHub gave up on each time it was asked
 * @param refused slices that GitHub would not search at all
 * @param expected how many results GitHub says that the finished slices have
 * @param got how many of them it showed
 */
record Tally(int asked, int truncated, int incomplete, int refused, long expected, long got) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** The same with one more finished slice. */
    Tally with(boolean nowTruncated, boolean nowIncomplete, int total, int shown) {
        return new Tally(
                asked + 1,
                truncated + (nowTruncated ? 1 : 0),
                incomplete + (nowIncomplete ? 1 : 0),
                refused,
                expected + total,
                got + Math.min(total, shown));
    }

    /** The same with one more slice that GitHub would not search. */
    Tally withRefused() {
        return new Tally(asked + 1, truncated, incomplete, refused + 1, expected, got);
    }

    Tally plus(Tally other) {
        return new Tally(
                asked + other.asked,
                truncated + other.truncated,
                incomplete + other.incomplete,
                refused + other.refused,
                expected + other.expected,
                got + other.got);
    }

    /** 0 to 100, and 100 only where nothing is known to be missing. */
    int percent() {
        boolean whole = truncated + incomplete + refused == 0 && got >= expected;
        if (whole) {
            return 100;
        }
        // Nobody knows what a slice that was given up on or refused would have shown, so it counts like one that showed
        // nothing of its share.
        double share = expected == 0 ? 1 : (double) got / expected;
        double slices = asked == 0 ? 1 : 1 - (double) (incomplete + refused) / asked;
        return (int) Math.min(99, Math.floor(100 * share * slices));
    }
}
