package sightings.ingest.downloads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file of a log folder as it was found there.
 *
 * @param path where
 * @param size in bytes, as it lies on disk
 * @param changed when it was last written
 */
record LogFile(Path path, long size, Instant changed) {

    static LogFile of(Path path) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new LogFile(
                path, attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Whether it was packed after it had been written: it grows no more. */
    boolean packed() {
        return name().endsWith(".gz") || name().endsWith(".zst");
    }

    /** Its text from this position on, unpacked where it is packed. */
    InputStream open(long position) throws IOException {
        if (packed()) {
            var unpacked = LogText.of(Files.newInputStream(path));
            unpacked.skipNBytes(position);
            return unpacked;
        }
        var channel = Files.newByteChannel(path, StandardOpenOption.READ);
        channel.position(position);
        return Channels.newInputStream(channel);
    }
}
