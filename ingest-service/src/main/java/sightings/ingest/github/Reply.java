package sightings.ingest.github;

import org.jspecify.annotations.Nullable;

/** What GitHub answered, where no limit kept it from answering. */
sealed interface Reply {

    /**
     * What was asked for.
     *
     * @param body the answer's bytes
     * @param etag to ask next time whether it has changed; null where none was given
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; read once.
    record Found(byte[] body, @Nullable String etag) implements Reply {}

    /** It is as it was. */
    record Unchanged() implements Reply {}

    /**
     * It is not there, or not for us.
     *
     * @param status 403, 404, 409 (an empty repository), 410 or 451
     */
    record Missing(int status) implements Reply {}

    /**
     * GitHub will not answer this question.
     *
     * @param status 400 or 422
     */
    record Refused(int status) implements Reply {}
}
