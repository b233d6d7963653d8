package sightings.ingest.downloads;

/**
 * The shape of a line that could not be read, for staff who look for the reason: what it says is gone. Letters in a row are
 * one {@code a} or {@code A}, digits in a row one {@code 9}, what is not ASCII or does not print one {@code ?}; only
 * punctuation and single spaces stay. Of a long line there is the beginning.
 */
final class MaskedLine {

    private static final int LOOKED_AT = 1_000;
    private static final int LONGEST = 120;
    private static final String CUT = "…";

    private MaskedLine() {}

    /** The shape of the line in the first bytes. */
    static String of(byte[] line, int length) {
        int end = Math.min(length, LOOKED_AT);
        var shape = new StringBuilder(LONGEST + 1);
        char last = 0;
        int i = 0;
        while (i < end && shape.length() < LONGEST) {
            char sign = sign(line[i]);
            if (sign != last || !isRun(sign)) {
                shape.append(sign);
            }
            last = sign;
            i++;
        }
        return i < length ? shape.append(CUT).toString() : shape.toString();
    }

    private static char sign(byte character) {
        if (character >= 'a' && character <= 'z') {
            return 'a';
        }
        if (character >= 'A' && character <= 'Z') {
            return 'A';
        }
        if (character >= '0' && character <= '9') {
            return '9';
        }
        // The bytes behind ASCII are negative.
        return character < ' ' || character > '~' ? '?' : (char) character;
    }

    private static boolean isRun(char sign) {
        return sign == 'a' || sign == 'A' || sign == '9' || sign == '?' || sign == ' ';
    }
}
