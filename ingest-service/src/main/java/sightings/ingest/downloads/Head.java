package sightings.ingest.downloads;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The first bytes of a file, at most {@link FileState#HEAD}, by which it is told whether it may be one that is known. */
final class Head {

    private final byte[] bytes;
    private final byte[] lines;
    private final Map<Integer, String> hashes = new HashMap<>();

    private Head(byte[] bytes, byte[] lines) {
        this.bytes = bytes;
        this.lines = lines;
    }

    /**
     * Reads it.
     *
     * @param ended whether the file grows no more
     */
    static Head of(LogFile file, boolean ended) throws IOException {
        try (var text = file.open()) {
            var bytes = text.rest().readNBytes(FileState.HEAD);
            return new Head(bytes, ended ? bytes : lines(bytes));
        }
    }

    /** The part of it that can grow no more: up to the last line end where the file may, and is shorter than a head. */
    byte[] lines() {
        return lines;
    }

    /** Whether nobody can say yet which file it is. */
    boolean isEmpty() {
        return lines.length == 0;
    }

    /** Whether the file may be this one, as far as its first bytes tell. A file shorter than a known head has to be told by marks. */
    boolean mayBe(FileState state) {
        return bytes.length < state.head() || hash(state.head()).equals(state.headHash());
    }

    /** Whether the complete lines of the other file begin with all of this one's. */
    boolean begins(Head other) {
        return Arrays.equals(lines, 0, lines.length, other.bytes, 0, Math.min(lines.length, other.bytes.length));
    }

    /** The hash of that many bytes; of all where there are fewer. */
    String hash(int length) {
        return hashes.computeIfAbsent(length, some -> Fingerprint.of(bytes, some));
    }

    private static byte[] lines(byte[] bytes) {
        int end = bytes.length;
        while (end < FileState.HEAD && end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }
}
