package sightings.ingest.catalogue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file that is packed with gzip, known by its first two bytes (RFC 1952). */
final class PackedFile {

    private static final int BUFFER = 1 << 16;

    private PackedFile() {}

    static boolean isPacked(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    /**
     * Unpacks it into a file of its own, which whoever asked deletes.
     *
     * @param most bytes that may come out of it
     * @throws IOException where it is cut off, broken, larger than that or packed twice, in words
     */
    static Path unpacked(Path file, long most) throws IOException {
        var copy = Files.createTempFile("sightings-catalogue-", ".json");
        try {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file), BUFFER)) {
                copy(in, copy, most);
            } catch (EOFException e) {
                throw new IOException(file + " is packed with gzip and ends too early", e);
            } catch (IOException e) {
                throw new IOException(file + " is packed with gzip and cannot be unpacked: " + e.getMessage(), e);
            }
            if (isPacked(copy)) {
                throw new IOException(file + " is packed twice");
            }
            return copy;
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static void copy(InputStream in, Path copy, long most) throws IOException {
        try (var out = Files.newOutputStream(copy)) {
            long left = most;
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new IOException("it is larger than the " + most + " bytes that a catalogue may have");
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
