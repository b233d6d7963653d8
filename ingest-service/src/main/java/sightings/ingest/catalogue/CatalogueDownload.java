package sightings.ingest.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import sightings.ingest.web.FetchRequest;
import sightings.ingest.web.FetchResult;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Robots;

/** Fetches a catalogue's document into a file, for commands. */
final class CatalogueDownload {

    private static final long MAX_BYTES = 512L * 1024 * 1024;
    private static final Duration MAX_TIME = Duration.ofMinutes(10);

    private CatalogueDownload() {}

    /** The way out, with the same exceptions for a city's own network that the services have. */
    static OutgoingHttp outgoing() {
        var allowed = System.getenv("SIGHTINGS_OUTGOING_ALLOWED_HOSTS");
        return new OutgoingHttp(
                Robots.AGENT + "/1",
                allowed == null ? List.of() : Arrays.asList(allowed.split(",")),
                InstantSource.system());
    }

    /** @throws IOException where the address gives no document, with why */
    static void fetch(OutgoingHttp http, String address, Path to) throws IOException {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IOException(address + " is no address", e);
        }
        var request = FetchRequest.of(uri).with("Accept", "application/json").within(MAX_BYTES, MAX_TIME);
        var result = http.<Long>fetch(request, body -> copy(body, to));
        switch (result) {
            case FetchResult.Fetched<Long> _ -> {
                // It is in the file.
            }
            case FetchResult.NotModified<Long> _ -> throw new IOException(address + ": an answer without a document");
            case FetchResult.TooMany<Long> _ ->
                throw new IOException(address + ": the server asks to be left alone for a while");
            case FetchResult.Refused<Long> refused -> throw new IOException(address + ": " + refused.reason());
            case FetchResult.Failed<Long> failed -> throw new IOException(address + ": " + failed.reason());
        }
    }

    private static Long copy(InputStream body, Path to) throws IOException {
        return Files.copy(body, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
