package sightings.ingest.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server said, whatever its status.
 *
 * @param head what came before the body
 * @param body what the reader made of the body
 * @param <T> what that is
 */
public record Answer<T extends @Nullable Object>(Head head, T body) {

    /** The final address, after redirects. */
    public URI address() {
        return head.address();
    }

    /** HTTP status. */
    public int status() {
        return head.status();
    }

    /** Headers by lower-case name. */
    public Map<String, List<String>> headers() {
        return head.headers();
    }

    /** The first value of a header, asked for in lower case. */
    public Optional<String> header(String name) {
        return head.header(name);
    }
}
