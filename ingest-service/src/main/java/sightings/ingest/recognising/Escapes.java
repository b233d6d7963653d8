package sightings.ingest.recognising;

/** The letters and digits that end an escape, which must not be taken for a part of what stands behind it. */
final class Escapes {

    private Escapes() {}

    /** Whether an escape ends right before this position: {@code %2F}, {@code %252F}, {@code \n}, {@code \x2F}, and the like. */
    static boolean endAt(String text, int position) {
        if (position < 2) {
            return false;
        }
        char last = text.charAt(position - 1);
        if (text.charAt(position - 2) == '\\' && "nrtbfv".indexOf(last) >= 0) {
            return true;
        }
        if (position < 3 || !Characters.isHex(last) || !Characters.isHex(text.charAt(position - 2))) {
            return false;
        }
        int at = position - 3;
        while (at >= 2 && text.charAt(at) == '5' && text.charAt(at - 1) == '2' && position - at < 16) {
            // A percent sign that was encoded itself.
            at -= 2;
        }
        if (text.charAt(at) == '%') {
            return true;
        }
        char before = text.charAt(position - 3);
        if (before == 'x') {
            return position >= 4 && text.charAt(position - 4) == '\\';
        }
        return position >= 6 && text.startsWith("\\u00", position - 6);
    }
}
