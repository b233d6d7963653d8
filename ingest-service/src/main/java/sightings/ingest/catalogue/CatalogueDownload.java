package sightings.ingest.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sightings.ingest.web.FetchRequest;
import sightings.ingest.web.FetchResult;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Robots;
import tools.jackson.databind.JsonNode;

/**
 * Fetches a catalogue into a file, for commands: a document as it is, an API page by page, and a portal by what it is found
 * to speak.
 */
final class CatalogueDownload {

    private static final long MAX_BYTES = 512L * 1024 * 1024;
    private static final Duration MAX_TIME = Duration.ofMinutes(10);

    private final OutgoingHttp http;
    private final Path to;

    CatalogueDownload(OutgoingHttp http, Path to) {
        this.http = http;
        this.to = to;
    }

    /**
     * What was fetched.
     *
     * @param portal the portal's host, where the address says it
     * @param remark why it may not be all
     */
    record Copy(Optional<String> portal, Optional<String> remark) {}

    /** The way out, with the same exceptions for a city's own network that the services have. */
    static OutgoingHttp outgoing() {
        var allowed = System.getenv("SIGHTINGS_OUTGOING_ALLOWED_HOSTS");
        return new OutgoingHttp(
                Robots.AGENT + "/1",
                allowed == null ? List.of() : Arrays.asList(allowed.split(",")),
                InstantSource.system());
    }

    /** @throws IOException where the address gives no catalogue, with why */
    Copy fetch(String text) throws IOException {
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(text + " is no address", e);
        }
        if (address.getHost() == null) {
            throw new IOException(text + " is an address without a host");
        }
        boolean home = address.getPath() == null
                || address.getPath().isEmpty()
                || address.getPath().equals("/");
        if (!home && !isApiOfOnePortal(address)) {
            document(address);
            if (isJson()) {
                return new Copy(Optional.empty(), Optional.empty());
            }
        }
        return pages(address);
    }

    /** An API that several portals share says whose entries are meant in its query, so it is asked as it stands. */
    private static boolean isApiOfOnePortal(URI address) {
        return !PortalGuess.isShared(host(address))
                && Arrays.stream(PagedApi.values())
                        .anyMatch(api -> api.base(address).isPresent());
    }

    private void document(URI address) throws IOException {
        var request =
                FetchRequest.of(address).with("Accept", "application/json").within(MAX_BYTES, MAX_TIME);
        var result = http.<Long>fetch(request, this::copy);
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

    private Long copy(InputStream body) throws IOException {
        return Files.copy(body, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean isJson() throws IOException {
        try (InputStream in = Files.newInputStream(to)) {
            var start = new String(in.readNBytes(1_000), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .strip();
            return start.startsWith("{") || start.startsWith("[");
        }
    }

    private Copy pages(URI address) throws IOException {
        var host = host(address);
        String remark;
        try (Writer out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
            var list = new ListWriter(out);
            remark = new SourceProbe(http).find(address, host).read(list::take);
            list.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + address + " was read", e);
        }
        return new Copy(
                PortalGuess.isShared(host) ? Optional.empty() : Optional.of(host),
                remark.isEmpty() ? Optional.empty() : Optional.of(remark));
    }

    private static String host(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }

    /** Writes entries as one JSON list. */
    private static final class ListWriter {

        private final Writer out;
        private String before = "[";

        ListWriter(Writer out) {
            this.out = out;
        }

        void take(DocumentPart part) {
            switch (part) {
                case DocumentPart.Entry entry -> write(entry.json());
                // Something that is no entry stands for what could not be read, so that it is told at its place.
                case DocumentPart.Unreadable _, DocumentPart.CutOff _ -> write(null);
                case DocumentPart.Said _ -> {
                    // The address says whose it is.
                }
            }
        }

        private void write(@Nullable JsonNode entry) {
            try {
                out.write(before);
                out.write(entry == null ? "null" : entry.toString());
                out.write('\n');
                before = ",";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end() throws IOException {
            out.write(before.equals("[") ? "[]" : "]");
        }
    }
}
