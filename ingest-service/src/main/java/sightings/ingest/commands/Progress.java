package sightings.ingest.commands;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells on a terminal how far a long reading is: bytes, bytes and lines a second, time left. Says nothing where nobody looks. */
final class Progress implements AutoCloseable {

    private static final Path ERROR_OUTPUT = Path.of("/proc/self/fd/2");
    private static final double EVERY_SECONDS = 1;

    private final long began = System.nanoTime();
    private final long size;
    private final PrintWriter terminal;
    private final boolean shown;
    private long stored;
    private double lastTold;

    private Progress(long size, PrintWriter terminal, boolean shown) {
        this.size = size;
        this.terminal = terminal;
        this.shown = shown;
    }

    /**
     * Of one file.
     *
     * @param size its bytes as they are stored; -1 where nobody knows
     */
    static Progress of(long size, PrintWriter terminal) {
        return new Progress(size, terminal, isTerminal());
    }

    /** The same stream, with its bytes counted. */
    InputStream watching(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                stored += Math.max(read, 0);
                return read;
            }
        };
    }

    /** So many bytes of text, and lines, have been read. */
    void read(long bytes, long lines) {
        double seconds = (System.nanoTime() - began) / 1e9;
        if (shown && seconds - lastTold >= EVERY_SECONDS) {
            lastTold = seconds;
            terminal.print("\r" + line(bytes, lines, seconds, stored, size));
            terminal.flush();
        }
    }

    /**
     * What is told.
     *
     * @param bytes of text, and lines, that were read in these seconds
     * @param stored of so many bytes as they are stored; the size is -1 where nobody knows
     */
    static String line(long bytes, long lines, double seconds, long stored, long size) {
        var left = size > 0 && stored > 0
                ? String.format(
                        Locale.ROOT,
                        "%3d %%, %,d s left",
                        stored * 100 / size,
                        Math.max(0, Math.round(seconds * (size - stored) / stored)))
                : "";
        return String.format(
                Locale.ROOT,
                "%,d MB, %,.0f MB/s, %,.0f lines/s  %s   ",
                bytes >> 20,
                bytes / 1e6 / seconds,
                lines / seconds,
                left);
    }

    @Override
    public void close() {
        if (shown && lastTold > 0) {
            terminal.println();
            terminal.flush();
        }
    }

    private static boolean isTerminal() {
        try {
            var target = Files.readSymbolicLink(ERROR_OUTPUT).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }
}
