package sightings.ingest.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server said, whatever its status.
 *
 * @param address the final address, after redirects
 * @param status HTTP status
 * @param headers by lower-case name
 * @param body what the reader made of the body
 * @param <T> what that is
 */
public record Answer<T extends @Nullable Object>(URI address, int status, Map<String, List<String>> headers, T body) {

    /** The first value of a header, asked for in lower case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
