package sightings.ingest.usage;

/**
 * Accesses of one visitor to one URL on one day, each soon after the one before, which together are counted once or not at
 * all. Nothing of an access is kept but what a later one may change.
 *
 * @param start second of the day of its first access
 * @param end second of the day of its last access
 * @param counts whether it is counted
 * @param cell where it is counted, as {@link Cell#key} has it
 */
record Chain(int start, int end, boolean counts, String cell) {

    private static final int HEAD = 7;

    static Chain of(int second, boolean counts, String cell) {
        return new Chain(second, second, counts, cell);
    }

    /** Its start in five digits: keys sort by time. */
    static String digits(int second) {
        var digits = new char[5];
        int rest = second;
        for (int i = digits.length - 1; i >= 0; i--) {
            digits[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(digits);
    }

    /** All but the start, which is in the key. */
    String write() {
        return digits(end) + (counts ? "+" : "-") + ' ' + cell;
    }

    static Chain read(int start, String text) {
        return new Chain(
                start, Integer.parseInt(text, 0, HEAD - 2, 10), text.charAt(HEAD - 2) == '+', text.substring(HEAD));
    }
}
