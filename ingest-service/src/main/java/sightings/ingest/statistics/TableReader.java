package sightings.ingest.statistics;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The text of a table from outside: UTF-8, with or without a byte order mark; bytes that are no UTF-8 become U+FFFD. A row
 * that does not end, such as behind a quote that is never closed, is not gathered up for ever.
 */
final class TableReader extends FilterReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final int longestRow;
    private long sinceRow;
    private boolean begun;

    /** @param longestRow in characters, give or take what a reader buffers */
    TableReader(InputStream bytes, int longestRow) {
        super(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        this.longestRow = longestRow;
    }

    /** A row is longer than may be. */
    static final class RowTooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        RowTooLongException(int longest) {
            super(String.format(
                    Locale.ROOT, "a row of more than %,d characters; perhaps a quote is not closed", longest));
        }
    }

    /** A row has ended. */
    void endRow() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        if (sinceRow > longestRow) {
            throw new RowTooLongException(longestRow);
        }
        int read = super.read(buffer, from, length);
        if (read > 0 && !begun) {
            begun = true;
            if (buffer[from] == BYTE_ORDER_MARK) {
                System.arraycopy(buffer, from + 1, buffer, from, read - 1);
                read = read == 1 ? super.read(buffer, from, length) : read - 1;
            }
        }
        sinceRow += Math.max(0, read);
        return read;
    }
}
