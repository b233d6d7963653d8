package sightings.ingest.downloads;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON of lines that servers write as if they were: nginx, unless it is told {@code escape=json}, writes a quote, a
 * backslash and whatever is not plain ASCII as {@code \x22}, and a lone hyphen for a number that is not there; and whatever
 * a visitor sends need not be text.
 */
final class LooseJson {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTROL = "\\u00".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int to;
    private final ByteArrayOutputStream repaired;
    private int at;

    private LooseJson(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
        this.repaired = new ByteArrayOutputStream(to - from + NULL.length);
    }

    /** The line as JSON has it; null where there was nothing to repair. */
    static byte @Nullable [] repaired(byte[] bytes, int from, int to) {
        var line = new LooseJson(bytes, from, to);
        line.repair();
        // Bytes that are no text become a sign for that.
        var text = line.repaired.toString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(text, 0, text.length, bytes, from, to) ? null : text;
    }

    private void repair() {
        while (at < to) {
            byte letter = bytes[at];
            if (letter == '"') {
                string();
            } else if (letter == '-' && (at + 1 == to || !isDigit(bytes[at + 1]))) {
                repaired.writeBytes(NULL);
                at++;
            } else {
                copy(1);
            }
        }
    }

    private void string() {
        copy(1);
        while (at < to && bytes[at] != '"') {
            int escaped = bytes[at] == '\\' ? Escapes.hex(bytes, at, to) : -1;
            if (escaped >= 0) {
                put((byte) escaped);
                at += 4;
            } else {
                copy(bytes[at] == '\\' ? 2 : 1);
            }
        }
        copy(1);
    }

    private void put(byte letter) {
        if (letter >= 0 && letter < ' ') {
            repaired.writeBytes(CONTROL);
            repaired.write(Character.forDigit(letter >> 4, 16));
            repaired.write(Character.forDigit(letter & 0xF, 16));
            return;
        }
        if (letter == '"' || letter == '\\') {
            repaired.write('\\');
        }
        repaired.write(letter);
    }

    private void copy(int length) {
        for (int i = 0; i < length && at < to; i++) {
            repaired.write(bytes[at++]);
        }
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }
}
