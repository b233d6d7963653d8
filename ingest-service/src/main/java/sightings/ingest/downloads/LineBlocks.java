package sightings.ingest.downloads;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;
import sightings.ingest.bytes.Bytes;

/**
 * The text of a log, unpacked, in blocks of whole lines that any number of threads take in turn. The end of the text ends a
 * line as well. Its format is found from its first lines. Memory is bounded by the longest line.
 */
public final class LineBlocks implements AutoCloseable {

    /** How much is read at once: a block stays in the processor's cache while its lines are looked at. */
    static final int READ = 1 << 18;

    private static final String TORN = "its packed text ends in the middle or is damaged; what was there is counted";

    private final TornText text;
    private final String format;
    private final Reading progress;
    private final AtomicLong lines = new AtomicLong();

    /** What was read and is in no block yet. */
    private byte[] rest;

    private long bytes;
    private boolean atEnd;

    /** Is told now and then how far the reading is. */
    public interface Reading {

        /** So many bytes of the text, and lines, have been read. */
        void read(long bytes, long lines);
    }

    private LineBlocks(TornText text, String format, Reading progress) throws IOException {
        this.text = text;
        this.progress = progress;
        rest = Bytes.NONE;
        this.format =
                format.equals(Formats.AUTO) ? Formats.recognise(this::first).orElse(Formats.USUAL) : format;
        bytes = rest.length;
    }

    private byte[] first(int length) throws IOException {
        var more = text.readNBytes(length - rest.length);
        int known = rest.length;
        rest = Arrays.copyOf(rest, known + more.length);
        System.arraycopy(more, 0, rest, known, more.length);
        return rest;
    }

    /**
     * Opens a log; a damaged one is an empty one, of which {@link #trouble} tells.
     *
     * @param stored its bytes as they are stored
     * @param format its format, or {@code auto}
     * @param progress is told how far the reading is
     */
    public static LineBlocks open(InputStream stored, String format, Reading progress) throws IOException {
        return new LineBlocks(unpacked(stored), format, progress);
    }

    private static TornText unpacked(InputStream stored) throws IOException {
        try {
            return new TornText(LogText.of(stored));
        } catch (EOFException | ZipException | ZstdIOException e) {
            return TornText.fromTheStart();
        }
    }

    /** Whether what a line says depends on lines before it, so that one thread must take all blocks. */
    public boolean inOrder() {
        return format().remembersLines();
    }

    /** What cut the text short, in words; empty where it is whole. */
    public Optional<String> trouble() {
        return text.torn() ? Optional.of(TORN) : Optional.empty();
    }

    /** The format, for one thread. */
    LogFormat format() {
        return Formats.named(format);
    }

    /** So many lines more have been looked at. */
    void looked(long more) {
        lines.addAndGet(more);
    }

    /** Fills the block with the next lines; false where there are none. */
    synchronized boolean next(LineBlock block) throws IOException {
        var buffer = block.buffer();
        int filled = rest.length;
        System.arraycopy(rest, 0, buffer, 0, filled);
        int searched = 0;
        int whole;
        do {
            filled += read(buffer, filled);
            whole = behindLastLine(buffer, searched, filled);
            searched = filled;
        } while (whole == 0 && !atEnd && filled <= LineBlock.LONGEST);
        progress.read(bytes, lines.get());
        if (whole == 0 && !atEnd) {
            block.passedOver(filled + passOver(buffer));
            return true;
        }
        if (whole == 0) {
            whole = filled;
        }
        rest = Arrays.copyOfRange(buffer, whole, filled);
        block.holds(whole);
        return whole > 0;
    }

    /** Passes over the rest of a line; answers how many bytes it had. */
    private long passOver(byte[] buffer) throws IOException {
        long passed = 0;
        rest = Bytes.NONE;
        while (!atEnd) {
            int filled = read(buffer, 0);
            int end = Bytes.indexOf((byte) '\n', buffer, 0, filled);
            if (end < filled) {
                rest = Arrays.copyOfRange(buffer, end + 1, filled);
                return passed + end + 1;
            }
            passed += filled;
        }
        return passed;
    }

    private int read(byte[] buffer, int at) throws IOException {
        int read = text.read(buffer, at, READ);
        atEnd = read < 0;
        bytes += Math.max(read, 0);
        return Math.max(read, 0);
    }

    /** Behind the last line end between the two positions; 0 where there is none. */
    private static int behindLastLine(byte[] buffer, int from, int to) {
        int at = to;
        while (at > from && buffer[at - 1] != '\n') {
            at--;
        }
        return at > from ? at : 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
