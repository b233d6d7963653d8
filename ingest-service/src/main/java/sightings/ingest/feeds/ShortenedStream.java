package sightings.ingest.feeds;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends, as if there were no more, where a document gets too long or its connection breaks, and tells of it. */
final class ShortenedStream extends FilterInputStream {

    private final long cap;
    private long read;
    private boolean tooLong;
    private boolean broken;

    ShortenedStream(InputStream in, long cap) {
        super(in);
        this.cap = cap;
    }

    /** Whether more bytes came than are read. */
    boolean tooLong() {
        return tooLong;
    }

    /** Whether the connection broke after some bytes had come. */
    boolean broken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (broken || read >= cap) {
            tooLong |= read >= cap;
            return -1;
        }
        try {
            int count = in.read(buffer, offset, (int) Math.min(length, cap - read));
            read += Math.max(count, 0);
            return count;
        } catch (IOException e) {
            if (read == 0) {
                throw e;
            }
            // What has come is a feed as good as its beginning.
            broken = true;
            return -1;
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
