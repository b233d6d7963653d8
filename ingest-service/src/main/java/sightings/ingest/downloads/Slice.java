package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;
import sightings.ingest.bytes.Bytes;

/**
 * A part of bytes that somebody else owns and will overwrite: a field of a log line without a copy of it. It holds what
 * may name a person, and has no readable form.
 */
final class Slice {

    byte[] bytes = Bytes.NONE;
    int from;
    int to;

    void set(byte[] newBytes, int newFrom, int newTo) {
        bytes = newBytes;
        from = newFrom;
        to = newTo;
    }

    void set(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        set(encoded, 0, encoded.length);
    }

    void clear() {
        set(Bytes.NONE, 0, 0);
    }

    /** A lone hyphen is how logs write that there is nothing. */
    void clearIfAbsent() {
        if (to - from == 1 && bytes[from] == '-') {
            clear();
        }
    }

    boolean isEmpty() {
        return from == to;
    }

    int length() {
        return to - from;
    }

    boolean is(String ascii) {
        if (length() != ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean startsWith(String ascii) {
        if (length() < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where this byte stands first; {@link #to} where it does not. */
    int indexOf(char ascii) {
        return Bytes.indexOf((byte) ascii, bytes, from, to);
    }

    long hash(long seed) {
        return Bytes.hash(bytes, from, to, seed);
    }

    /** A copy of it as text. */
    String text() {
        return text(to);
    }

    /** A copy of what stands before this place, as text. */
    String text(int end) {
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Slice[" + length() + "]";
    }
}
