package sightings.ingest.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a stream line by line, where they were read as long as the whole line is there, and else in one array that is
 * used again; what a line has beyond the cap is passed over.
 */
public final class LineBytes {

    private static final int BUFFER = 1 << 18;
    private static final int CLOSING = 2;

    private final InputStream in;
    private final int cap;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] joined = new byte[1 << 13];
    private byte[] line = buffer;
    private int at;
    private int filled;
    private int start;
    private int length;
    private boolean cut;

    /** @param cap how many bytes of a line are read at most */
    public LineBytes(InputStream in, int cap) {
        this.in = in;
        this.cap = cap;
    }

    /** Reads the next line; false at the end. */
    public boolean next() throws IOException {
        cut = false;
        int end = Bytes.indexOf((byte) '\n', buffer, at, filled);
        if (end < filled && end - at <= cap) {
            line = buffer;
            start = at;
            length = end - at;
            at = end + 1;
            return true;
        }
        return join();
    }

    private boolean join() throws IOException {
        length = 0;
        boolean any = false;
        while (at < filled || fill()) {
            any = true;
            int end = Bytes.indexOf((byte) '\n', buffer, at, filled);
            append(end);
            boolean ended = end < filled;
            at = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        }
        line = joined;
        start = 0;
        return any;
    }

    /** Where the line is. */
    public byte[] bytes() {
        return line;
    }

    /** Where it begins there. */
    public int start() {
        return start;
    }

    /** How many bytes it has, as far as the cap. */
    public int length() {
        return length;
    }

    /** Whether the line was longer than the cap. */
    public boolean isCut() {
        return cut;
    }

    /** Whether nothing of the next line has been read yet. */
    public boolean isEmpty() {
        return at >= filled;
    }

    /** Whether it is empty, or blanks and tabs. */
    public boolean isBlank() {
        for (int i = start; i < start + length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Makes a line that was cut end here and with these bytes. */
    public void endWith(int end, byte[] closing) {
        length = end;
        ensure(length + closing.length);
        System.arraycopy(closing, 0, joined, length, closing.length);
        length += closing.length;
        line = joined;
    }

    private void append(int end) {
        int wanted = end - at;
        int taken = Math.min(wanted, cap - length);
        cut |= taken < wanted;
        if (taken > 0) {
            ensure(length + taken);
            System.arraycopy(buffer, at, joined, length, taken);
            length += taken;
        }
    }

    private void ensure(int size) {
        if (size > joined.length) {
            // Never more than a line up to the cap needs, closed.
            joined = Arrays.copyOf(joined, (int) Math.max(size, Math.min(joined.length * 2L, cap + (long) CLOSING)));
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
