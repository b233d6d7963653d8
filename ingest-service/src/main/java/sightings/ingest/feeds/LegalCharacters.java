package sightings.ingest.feeds;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Leaves out the control characters that XML forbids and many feeds have. */
final class LegalCharacters extends FilterReader {

    LegalCharacters(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        while (count >= 0) {
            int kept = 0;
            for (int i = offset; i < offset + count; i++) {
                if (isLegal(buffer[i])) {
                    buffer[offset + kept++] = buffer[i];
                }
            }
            if (kept > 0 || length == 0) {
                return kept;
            }
            count = in.read(buffer, offset, length);
        }
        return -1;
    }

    private static boolean isLegal(char c) {
        return c >= ' ' && c != '\uFFFE' && c != '\uFFFF' && c != '\uFEFF' || c == '\n' || c == '\r' || c == '\t';
    }
}
