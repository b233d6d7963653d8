package sightings.ingest.downloads;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream into lines where they lie, without a copy of any. The end of the stream ends a line as well. A line longer
 * than any server writes is passed over and said to be too long. Memory is bounded by the longest line.
 */
final class LineScanner {

    private static final int BUFFER = 1 << 20;

    private final InputStream text;
    private final byte[] buffer = new byte[2 * BUFFER];
    private int next;
    private int filled;
    private int from;
    private int to;
    private boolean tooLong;
    private boolean atEnd;
    private long bytes;

    LineScanner(InputStream text) {
        this.text = text;
    }

    /** Goes to the next line; false where there is none. */
    boolean next() throws IOException {
        tooLong = false;
        int searched = next;
        while (true) {
            int end = Bytes.indexOf((byte) '\n', buffer, searched, filled);
            if (end < filled) {
                take(end, end + 1);
                return true;
            }
            searched = filled;
            if (atEnd) {
                boolean rest = filled > next || tooLong;
                take(filled, filled);
                return rest;
            }
            searched -= moveToFront();
            fill();
        }
    }

    /** The bytes among which the line lies. */
    byte[] buffer() {
        return buffer;
    }

    /** Where the line begins. */
    int from() {
        return from;
    }

    /** Behind the line, without its line end. */
    int to() {
        return to;
    }

    /** Whether the line was too long to be kept; only its end is there then. */
    boolean tooLong() {
        return tooLong;
    }

    /** Bytes up to here, unpacked. */
    long bytes() {
        return bytes;
    }

    private void take(int end, int behind) {
        from = next;
        to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        bytes += behind - next;
        next = behind;
    }

    /** Makes room behind what is left; answers by how much it was moved. */
    private int moveToFront() {
        if (filled - next > BUFFER) {
            bytes += filled - next;
            next = filled;
            tooLong = true;
        }
        int moved = next;
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= moved;
        next = 0;
        return moved;
    }

    private void fill() throws IOException {
        int read = text.read(buffer, filled, Math.min(BUFFER, buffer.length - filled));
        atEnd = read < 0;
        filled += Math.max(read, 0);
    }
}
