package sightings.ingest.recognising;

/** What characters may be part of, as far as ASCII goes: hosts and ids are made of nothing else. */
final class Characters {

    private Characters() {}

    static boolean isAlphanumeric(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isHost(char c) {
        return isAlphanumeric(c) || c == '.' || c == '-';
    }

    static boolean isKey(char c) {
        return isAlphanumeric(c) || c == '-' || c == '_';
    }

    static boolean isJoint(char c) {
        return c == '-' || c == '_';
    }

    static boolean isHex(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    static boolean hasDigit(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    static boolean hasLetter(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                return true;
            }
        }
        return false;
    }
}
