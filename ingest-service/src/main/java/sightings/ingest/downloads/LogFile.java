package sightings.ingest.downloads;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Arrays;
import sightings.ingest.bytes.Bytes;

/**
 * A file of a log folder as it was found there.
 *
 * @param path where
 * @param size in bytes, as it lies on disk
 * @param changed when it was last written
 * @param key what the file system calls it, such as its inode: another one says that the file is another, the same one says nothing
 */
record LogFile(Path path, long size, Instant changed, String key) {

    /** What is shorter cannot be told to be packed or not. */
    private static final int SHORTEST_PACKED = 4;

    static LogFile of(Path path) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new LogFile(
                path,
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                String.valueOf(attributes.fileKey()));
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Whether it was packed after it had been written: it grows no more. */
    boolean packed() {
        return name().endsWith(".gz") || name().endsWith(".zst");
    }

    /** Whether its name is another file's by now, as the file system says; one that was cut and written anew is the same. */
    boolean isReplaced() throws IOException {
        return !of(path).key.equals(key);
    }

    /** Its text, unpacked where it is packed; fails where that has just been begun. */
    Text open() throws IOException {
        if (packed() && size < SHORTEST_PACKED) {
            throw new EOFException("Too short to be packed");
        }
        var disk = Files.newByteChannel(path, StandardOpenOption.READ);
        try {
            var stored = Channels.newInputStream(disk);
            return new Text(packed() ? LogText.of(stored) : stored, disk, packed());
        } catch (IOException e) {
            disk.close();
            throw e;
        }
    }

    /** An open file, read forwards. */
    static final class Text implements AutoCloseable {

        private final InputStream unpacked;
        private final SeekableByteChannel disk;
        private final boolean packed;
        private long position;
        private byte[] last = Bytes.NONE;

        Text(InputStream unpacked, SeekableByteChannel disk, boolean packed) {
            this.unpacked = unpacked;
            this.disk = disk;
            this.packed = packed;
        }

        /** What stands behind the bytes that were last asked for. */
        InputStream rest() {
            return unpacked;
        }

        /** How many bytes of the file on disk have been taken. */
        long taken() throws IOException {
            return disk.position();
        }

        /**
         * The bytes that end at this place, or fewer where the text ends sooner. Places are asked for in ascending order.
         *
         * @param length at most {@link FileState#TAIL}
         */
        byte[] before(long place, int length) throws IOException {
            if (!packed) {
                disk.position(place - length);
                return unpacked.readNBytes(length);
            }
            long from = place - length;
            try {
                if (position < from) {
                    unpacked.skipNBytes(from - position);
                    position = from;
                    last = Bytes.NONE;
                }
            } catch (EOFException e) {
                return Bytes.NONE;
            }
            int known = (int) (position - from);
            var bytes = Arrays.copyOfRange(last, last.length - known, last.length - known + length);
            int read = unpacked.readNBytes(bytes, known, length - known);
            position += read;
            last = Arrays.copyOf(bytes, known + read);
            return last.clone();
        }

        @Override
        public void close() throws IOException {
            unpacked.close();
            disk.close();
        }
    }
}
