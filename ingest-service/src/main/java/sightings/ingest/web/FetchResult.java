package sightings.ingest.web;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking. Bad answers are outcomes, not exceptions.
 *
 * @param <T> what is made of a body
 */
public sealed interface FetchResult<T> {

    /**
     * The server sent a body.
     *
     * @param answer what it said
     * @param <T> what was made of the body
     */
    record Fetched<T>(Answer<T> answer) implements FetchResult<T> {

        /** The final address. */
        public URI address() {
            return answer.address();
        }

        /** The body. */
        public T body() {
            return answer.body();
        }

        /** What to ask with next time. */
        public Validators validators() {
            return answer.head().validators();
        }

        /** The content type with its parameters. */
        public Optional<String> contentType() {
            return answer.header("content-type");
        }
    }

    /**
     * Nothing has changed.
     *
     * @param head what the server said of it
     * @param <T> what would have been made of a body
     */
    record NotModified<T>(Head head) implements FetchResult<T> {}

    /**
     * The server asks to be left alone for a while.
     *
     * @param retryAfter for how long, where it says so
     * @param <T> what would have been made of a body
     */
    record TooMany<T>(@Nullable Duration retryAfter) implements FetchResult<T> {}

    /**
     * We do not ask that: not http(s), not a public address, too many redirects.
     *
     * @param reason for staff
     * @param <T> what would have been made of a body
     */
    record Refused<T>(String reason) implements FetchResult<T> {}

    /**
     * No usable answer.
     *
     * @param reason for staff
     * @param status HTTP status, 0 where there was no answer at all
     * @param <T> what would have been made of a body
     */
    record Failed<T>(String reason, int status) implements FetchResult<T> {}
}
