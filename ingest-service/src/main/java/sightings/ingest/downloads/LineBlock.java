package sightings.ingest.downloads;

import sightings.ingest.bytes.Bytes;

/** Whole lines of a log that one thread goes through, where they lie and without a copy of any. It is filled again and again. */
final class LineBlock {

    /** More bytes than any server writes into a line. */
    static final int LONGEST = 1 << 20;

    private final byte[] buffer = new byte[LONGEST + LineBlocks.READ];
    private int next;
    private int filled;
    private int from;
    private int to;
    private boolean tooLong;
    private boolean overlong;
    private long bytes;

    /** Goes to the next line; false where there is none. */
    boolean next() {
        if (overlong) {
            overlong = false;
            tooLong = true;
            return true;
        }
        if (next >= filled) {
            return false;
        }
        int end = Bytes.indexOf((byte) '\n', buffer, next, filled);
        from = next;
        to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        tooLong = to - from > LONGEST;
        next = end + 1;
        return true;
    }

    /** The bytes among which the lines lie. */
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

    /** Whether the line is too long to be one. */
    boolean tooLong() {
        return tooLong;
    }

    /** Bytes of the text that the block stands for. */
    long bytes() {
        return bytes;
    }

    /** Begins with the lines in the first bytes of the buffer. */
    void holds(int length) {
        next = 0;
        filled = length;
        overlong = false;
        bytes = length;
    }

    /** Begins with a single line, which was so long that it has been passed over. */
    void passedOver(long length) {
        holds(0);
        overlong = true;
        bytes = length;
    }
}
