package sightings.ingest.commands;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a stream line by line, in one array that is used again; what a line has beyond the cap is passed over. */
final class LineBytes {

    private static final int BUFFER = 1 << 16;
    private static final byte[] CLOSING = {'"', '}'};

    private final InputStream in;
    private final int cap;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[BUFFER];
    private int at;
    private int filled;
    private int length;
    private boolean cut;

    LineBytes(InputStream in, int cap) {
        this.in = in;
        this.cap = cap;
    }

    /** Reads the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        cut = false;
        boolean any = false;
        while (at < filled || fill()) {
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            append(end);
            boolean ended = end < filled;
            at = ended ? end + 1 : end;
            if (ended) {
                return true;
            }
        }
        return any;
    }

    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** Whether the line was longer than the cap. */
    boolean isCut() {
        return cut;
    }

    /** Whether nothing of the next line has been read yet. */
    boolean isEmpty() {
        return at >= filled;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Makes JSON of a line that was cut within a text: without half an escape or character, and closed. */
    void closeText() {
        int end = length;
        while (end > 0 && (line[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        if (end > 0 && line[end - 1] < 0) {
            end--;
        }
        int slash = end - 1;
        while (slash >= 0 && slash > end - 7 && line[slash] != '\\') {
            slash--;
        }
        if (slash >= 0 && slash > end - 7 && isEscape(slash)) {
            end = slash;
        }
        length = end;
        for (byte closing : CLOSING) {
            put(closing);
        }
    }

    /** Whether this backslash begins an escape rather than ending one. */
    private boolean isEscape(int slash) {
        int run = slash;
        while (run > 0 && line[run - 1] == '\\') {
            run--;
        }
        return (slash - run) % 2 == 0;
    }

    private void append(int end) {
        int wanted = end - at;
        int taken = Math.min(wanted, cap - length);
        cut |= taken < wanted;
        if (taken > 0) {
            ensure(length + taken);
            System.arraycopy(buffer, at, line, length, taken);
            length += taken;
        }
    }

    private void put(byte b) {
        ensure(length + 1);
        line[length++] = b;
    }

    private void ensure(int size) {
        if (size > line.length) {
            // Never more than a line up to the cap needs, closed.
            line = Arrays.copyOf(line, (int) Math.max(size, Math.min(line.length * 2L, cap + (long) CLOSING.length)));
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
