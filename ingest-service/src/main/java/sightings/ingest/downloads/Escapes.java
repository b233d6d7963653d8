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
            } else if (hex(escaped, i, text.to) >= 0) {
                plain[length++] = (byte) hex(escaped, i, text.to);
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

    /** The byte that {@code \x41} stands for, where it begins at this backslash; else negative. */
    static int hex(byte[] bytes, int at, int to) {
        if (at + 3 >= to || bytes[at + 1] != 'x') {
            return -1;
        }
        int high = Character.digit(bytes[at + 2], 16);
        int low = Character.digit(bytes[at + 3], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
