package sightings.ingest.usage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sorted clicks in a file that is gone when it is closed, or when the program ends, however it does. */
final class SortedRun implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel file;

    private SortedRun(FileChannel file) {
        this.file = file;
    }

    /** A new one without clicks. */
    static SortedRun begin(Path folder) throws IOException {
        // Only its owner may read it: that is how temporary files are made.
        var path = Files.createTempFile(folder, "sightings-count-", ".run");
        try {
            return new SortedRun(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** One with these clicks. */
    static SortedRun write(Path folder, long[] numbers, int length) throws IOException {
        var run = begin(folder);
        var writer = run.writer();
        for (int at = 0; at < length; at += ClickSorter.WIDTH) {
            writer.click(numbers, at);
        }
        writer.flush();
        return run;
    }

    /** In the order of the processor's bytes: nobody else reads it. */
    private static ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.nativeOrder());
    }

    Writer writer() {
        return new Writer();
    }

    Reader reader() {
        return new Reader();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Appends clicks. */
    final class Writer {

        private final ByteBuffer buffer = buffer();

        void click(long[] numbers, int at) throws IOException {
            if (!buffer.hasRemaining()) {
                flush();
            }
            for (int i = 0; i < ClickSorter.WIDTH; i++) {
                buffer.putLong(numbers[at + i]);
            }
        }

        void flush() throws IOException {
            buffer.flip();
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            buffer.clear();
        }
    }

    /** Reads clicks from the beginning. */
    final class Reader {

        private final ByteBuffer buffer = buffer().limit(0);
        private final long[] click = new long[ClickSorter.WIDTH];
        private long position;

        /** Goes to the next click; false behind the last one. */
        boolean next() throws IOException {
            if (!buffer.hasRemaining() && !fill()) {
                return false;
            }
            for (int i = 0; i < click.length; i++) {
                click[i] = buffer.getLong();
            }
            return true;
        }

        /** The click it is at. */
        long[] click() {
            return click;
        }

        private boolean fill() throws IOException {
            buffer.clear();
            while (buffer.hasRemaining()) {
                int read = file.read(buffer, position);
                if (read < 0) {
                    break;
                }
                position += read;
            }
            buffer.flip();
            return buffer.hasRemaining();
        }
    }
}
