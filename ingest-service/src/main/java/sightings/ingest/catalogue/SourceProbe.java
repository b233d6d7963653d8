package sightings.ingest.catalogue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sightings.ingest.web.BodyReader;
import sightings.ingest.web.FetchRequest;
import sightings.ingest.web.FetchResult;
import sightings.ingest.web.OutgoingHttp;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds what a portal speaks by asking it the first page of each API in turn, the most telling first. Several platforms also
 * give a {@code data.json}, which says less than their own API, so that comes last.
 */
final class SourceProbe {

    /** https://doc.arcgis.com/en/hub/content/federate-data-with-external-catalogs.htm. */
    static final String HUB_FEED = "/api/feed/dcat-us/1.1.json";

    static final String DATA_JSON = "/data.json";

    private static final long MAX_BYTES = 64L * 1024 * 1024;
    private static final Duration MAX_TIME = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutgoingHttp http;

    SourceProbe(OutgoingHttp http) {
        this.http = http;
    }

    /**
     * The source at this address, which may be a portal's, an API's or a document's.
     *
     * @param domain the portal's host
     * @throws HarvestException where nothing known answers, with what was tried, and where an API cannot be asked now: what
     *     it would have said decides whether a less telling one may be taken
     */
    PortalSource find(URI address, String domain) throws HarvestException {
        for (PagedApi api : PagedApi.values()) {
            var base = api.base(address);
            if (base.isPresent()) {
                return new PagedSource(http, api, base.get(), domain);
            }
        }
        if (address.getPath() != null && address.getPath().endsWith(".json")) {
            return new DocumentSource(http, address);
        }
        var tried = new ArrayList<String>();
        for (PagedApi api : PagedApi.values()) {
            if (answers(api, address, domain, tried)) {
                return new PagedSource(http, api, address, domain);
            }
        }
        for (String path : List.of(HUB_FEED, DATA_JSON)) {
            var document = URI.create(PagedApi.withoutSlash(address) + path);
            if (isDocument(document, tried)) {
                return new DocumentSource(http, document);
            }
        }
        throw new HarvestException(
                "no known kind of catalogue answers at " + address + ": " + String.join("; ", tried));
    }

    private boolean answers(PagedApi api, URI base, String domain, List<String> tried) throws HarvestException {
        var address = api.address(base, domain, 0);
        var answer = ask(address, tried, body -> {
            try {
                return api.isAnswer(JSON.readTree(body));
            } catch (JacksonIOException e) {
                throw e.getCause();
            } catch (JacksonException e) {
                return false;
            }
        });
        return answer.orElse(false);
    }

    /** Only the beginning is read: whether it is an object with what a catalogue begins with. */
    private boolean isDocument(URI address, List<String> tried) throws HarvestException {
        return ask(address, tried, body -> {
                    try (JsonParser parser = JSON.createParser(body)) {
                        return hasDatasets(parser);
                    } catch (JacksonIOException e) {
                        throw e.getCause();
                    } catch (JacksonException e) {
                        return false;
                    }
                })
                .orElse(false);
    }

    private static boolean hasDatasets(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY
                    && (name.equals("dataset") || name.equals("dcat:dataset") || name.equals("datasetSeries"))) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private Optional<Boolean> ask(URI address, List<String> tried, BodyReader<Boolean> reader) throws HarvestException {
        var request =
                FetchRequest.of(address).with("Accept", "application/json").within(MAX_BYTES, MAX_TIME);
        return switch (http.fetch(request, reader)) {
            case FetchResult.Fetched<Boolean> fetched -> {
                if (!fetched.body()) {
                    tried.add(address.getPath() + " gave something else");
                }
                yield Optional.of(fetched.body());
            }
            case FetchResult.Refused<Boolean> refused -> told(tried, address, refused.reason());
            case FetchResult.Failed<Boolean> failed
            when isPassing(failed.status()) -> throw notNow(address, failed.reason());
            case FetchResult.Failed<Boolean> failed -> told(tried, address, failed.reason());
            case FetchResult.TooMany<Boolean> _ -> throw notNow(address, "asks to be left alone for a while");
            case FetchResult.NotModified<Boolean> _ -> told(tried, address, "an answer without a body");
        };
    }

    /** No answer at all, or one that says that the server is in trouble: it says nothing of what the portal speaks. */
    private static boolean isPassing(int status) {
        return status == 0 || status == 408 || status >= 500;
    }

    private static HarvestException notNow(URI address, String reason) {
        return new HarvestException("what speaks at " + address + " cannot be found out now: " + reason);
    }

    private static Optional<Boolean> told(List<String> tried, URI address, String reason) {
        tried.add(address.getPath() + " " + reason);
        return Optional.empty();
    }
}
