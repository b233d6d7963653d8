package sightings.ingest.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server said before its body.
 *
 * @param address the final address, after redirects
 * @param lasting where what was asked for is for good: the last address that was reached by permanent redirects only
 *     (301, 308), else the one that was asked
 * @param status HTTP status
 * @param headers by lower-case name
 */
public record Head(URI address, URI lasting, int status, Map<String, List<String>> headers) {

    /** Of an answer that no redirect led to. */
    public Head(URI address, int status, Map<String, List<String>> headers) {
        this(address, address, status, headers);
    }

    /** The first value of a header, asked for in lower case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** What to ask with next time. */
    public Validators validators() {
        return new Validators(
                header("etag").orElse(null), header("last-modified").orElse(null));
    }

    /** The content type with its parameters. */
    public Optional<String> contentType() {
        return header("content-type");
    }
}
