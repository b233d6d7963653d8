package sightings.ingest.downloads;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Undoes what Apache and nginx do to quotes, backslashes and control bytes within a quoted field. */
final class Escapes {

    private Escapes() {}

    /** The text as the visitor sent it. An escape that is none stays as it is. */
    static String undo(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        var escaped = text.getBytes(StandardCharsets.UTF_8);
        int i = 0;
        while (i < escaped.length) {
            if (escaped[i] != '\\' || i + 1 == escaped.length) {
                bytes.write(escaped[i++]);
            } else if (escaped[i + 1] == 'x' && i + 3 < escaped.length && hex(escaped, i + 2) >= 0) {
                bytes.write(hex(escaped, i + 2));
                i += 4;
            } else {
                bytes.write(single(escaped[i + 1]));
                i += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int single(byte letter) {
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
