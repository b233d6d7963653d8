package sightings.ingest.downloads;

/** Undoes what Apache and nginx do to quotes, backslashes and control bytes within a quoted field. */
final class Escapes {

    private Escapes() {}

    /** The text as the visitor sent it, in bytes of its own. An escape that is none stays as it is. */
    static void undo(Slice text) {
        var escaped = text.bytes;
        var plain = new byte[text.length()];
        int length = 0;
        int i = text.from;
        while (i < text.to) {
            if (escaped[i] != '\\' || i + 1 == text.to) {
                plain[length++] = escaped[i++];
            } else if (escaped[i + 1] == 'x' && i + 3 < text.to && hex(escaped, i + 2) >= 0) {
                plain[length++] = (byte) hex(escaped, i + 2);
                i += 4;
            } else {
                plain[length++] = single(escaped[i + 1]);
                i += 2;
            }
        }
        text.set(plain, 0, length);
    }

    private static byte single(byte letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> letter;
        };
    }

    private static int hex(byte[] bytes, int at) {
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
