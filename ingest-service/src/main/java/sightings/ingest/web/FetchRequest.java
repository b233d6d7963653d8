package sightings.ingest.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What to get, and how much of it at most.
 *
 * @param address http or https
 * @param headers more headers; {@code Authorization} is not taken along to another host
 * @param validators makes it a conditional request
 * @param maxBytes cap of the body after decompression
 * @param maxTime cap of the whole exchange, redirects and body included
 * @param onward which addresses a redirect may lead to, beside what holds for all
 */
public record FetchRequest(
        URI address,
        Map<String, String> headers,
        Validators validators,
        long maxBytes,
        Duration maxTime,
        Predicate<URI> onward) {

    private static final long MEBIBYTE = 1024 * 1024;

    public FetchRequest {
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = java.util.Collections.unmodifiableMap(sorted);
    }

    /** An unconditional request of at most 5 MiB within 30 s. */
    public static FetchRequest of(URI address) {
        return new FetchRequest(address, Map.of(), Validators.NONE, 5 * MEBIBYTE, Duration.ofSeconds(30), _ -> true);
    }

    /** The same, with this header. */
    public FetchRequest with(String header, String value) {
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new FetchRequest(address, more, validators, maxBytes, maxTime, onward);
    }

    /** The same, answered with a body only where it has changed. */
    public FetchRequest ifChangedSince(Validators known) {
        return new FetchRequest(address, headers, known, maxBytes, maxTime, onward);
    }

    /** The same, within these caps. */
    public FetchRequest within(long bytes, Duration time) {
        return new FetchRequest(address, headers, validators, bytes, time, onward);
    }

    /** The same, which follows redirects only to where this lets it. */
    public FetchRequest following(Predicate<URI> where) {
        return new FetchRequest(address, headers, validators, maxBytes, maxTime, where);
    }

    FetchRequest at(URI another) {
        return new FetchRequest(another, headers, validators, maxBytes, maxTime, onward);
    }

    FetchRequest without(String header) {
        var fewer = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        fewer.putAll(headers);
        fewer.remove(header);
        return new FetchRequest(address, fewer, validators, maxBytes, maxTime, onward);
    }
}
