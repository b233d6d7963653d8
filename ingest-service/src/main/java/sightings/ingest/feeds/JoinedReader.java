package sightings.ingest.feeds;

import java.io.IOException;
import java.io.Reader;

/** What was read ahead, and then the rest. */
final class JoinedReader extends Reader {

    private final Reader first;
    private final Reader second;
    private boolean firstEnded;

    JoinedReader(Reader first, Reader second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (!firstEnded) {
            int count = first.read(buffer, offset, length);
            if (count >= 0) {
                return count;
            }
            firstEnded = true;
        }
        return second.read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        first.close();
        second.close();
    }
}
