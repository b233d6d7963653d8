package sightings.ingest.github;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a file.
 *
 * @param sha content hash when it was read
 * @param etag to ask whether it has changed; null where none was given
 * @param copyOf the repository where the same content was seen before; null where this is the first place of it
 */
record KnownFile(
        String sha, @Nullable String etag, @Nullable Long copyOf) {

    /** For a checkpoint. */
    String toText() {
        return sha + " " + (copyOf == null ? "-" : copyOf) + (etag == null ? "" : " " + etag);
    }

    /** Reads what {@link #toText} wrote, or a hash by itself. */
    static KnownFile of(String text) {
        var parts = text.split(" ", 3);
        return new KnownFile(
                parts[0],
                parts.length < 3 ? null : parts[2],
                parts.length > 1 && parts[1].matches("\\d{1,18}") ? Long.valueOf(parts[1]) : null);
    }
}
