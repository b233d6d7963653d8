package sightings.ingest.github;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a file.
 *
 * @param sha content hash when it was read
 * @param etag to ask whether it has changed; null where none was given
 * @param copyOf the repository where the same content was seen before; null where this is the first place of it
 * @param isShort whether two people may well have written the same by themselves
 */
record KnownFile(
        String sha, @Nullable String etag, @Nullable Long copyOf, boolean isShort) {

    /** Shorter files than this many characters are nobody's copies. */
    private static final int TELLING = 300;

    /** A file whose text was read and is the first of its kind. */
    static KnownFile read(String sha, @Nullable String etag, String text) {
        return new KnownFile(sha, etag, null, text.length() < TELLING);
    }

    /** For a checkpoint. */
    String toText() {
        return sha + " " + (copyOf == null ? isShort ? "~" : "-" : copyOf) + (etag == null ? "" : " " + etag);
    }

    /** Reads what {@link #toText} wrote, or a hash by itself. */
    static KnownFile of(String text) {
        var parts = text.split(" ", 3);
        return new KnownFile(
                parts[0],
                parts.length < 3 ? null : parts[2],
                parts.length > 1 && parts[1].matches("\\d{1,18}") ? Long.valueOf(parts[1]) : null,
                parts.length > 1 && parts[1].equals("~"));
    }
}
