package sightings.ingest.web;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave us to ask "has it changed?" with. Sent back verbatim, quotes included.
 *
 * @param etag the ETag header
 * @param lastModified the Last-Modified header
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    /** Nothing was given. */
    public static final Validators NONE = new Validators(null, null);
}
