package sightings.ingest.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends with an exception once more than the cap has been read: after decompression, so that a small bomb stays small.
 * Closing it does nothing: who opened the exchange ends it.
 */
final class CappedStream extends FilterInputStream {

    private final long cap;
    private long read;
    private boolean ended;

    CappedStream(InputStream in, long cap) {
        super(in);
        this.cap = cap;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        } else {
            ended = true;
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        ended |= count < 0;
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    /** Whether nothing is left, so that the connection can be used again. A reader may stop just before the end. */
    boolean atItsEnd() {
        try {
            return ended || super.read() < 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        // The exchange does.
    }

    private void count(long more) throws IOException {
        read += more;
        if (read > cap) {
            throw new IOException("larger than " + cap + " bytes");
        }
    }
}
