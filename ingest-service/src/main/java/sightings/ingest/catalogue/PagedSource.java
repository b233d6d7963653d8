package sightings.ingest.catalogue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import sightings.ingest.web.FetchRequest;
import sightings.ingest.web.FetchResult.Failed;
import sightings.ingest.web.FetchResult.Fetched;
import sightings.ingest.web.FetchResult.NotModified;
import sightings.ingest.web.FetchResult.Refused;
import sightings.ingest.web.FetchResult.TooMany;
import sightings.ingest.web.OutgoingHttp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages through a portal's API. Pages are not stable: entries repeat and others never come. So it reads until as many
 * different entries were seen as the portal says it has, at most three times through, each entry once.
 */
final class PagedSource implements PortalSource {

    private static final int MAX_PASSES = 3;
    private static final long MAX_PAGE_BYTES = 64L * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutgoingHttp http;
    private final PagedApi api;
    private final URI base;
    private final String domain;

    /**
     * @param base where the API is
     * @param domain the portal's host, for APIs that answer for several
     */
    PagedSource(OutgoingHttp http, PagedApi api, URI base, String domain) {
        this.http = http;
        this.api = api;
        this.base = base;
        this.domain = domain;
    }

    @Override
    public String read(Consumer<DocumentPart> parts) throws HarvestException, InterruptedException {
        var seen = new HashSet<String>();
        int expected = 0;
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            int before = seen.size();
            expected = pass(seen, parts);
            if (seen.size() >= expected || pass > 0 && seen.size() == before) {
                break;
            }
        }
        return seen.size() >= expected ? "" : "the portal says it has " + expected + " entries but gave " + seen.size();
    }

    private int pass(Set<String> seen, Consumer<DocumentPart> parts) throws HarvestException, InterruptedException {
        int expected = 0;
        for (int offset = 0; offset < api.most(); offset += api.page()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var answer = page(offset);
            expected = api.total(answer).asInt(expected);
            for (JsonNode entry : api.entries(answer)) {
                // What has no id of its own is still told once, as broken.
                var key = api.key(entry);
                if (seen.add(key == null ? "without id: " + entry.hashCode() : key)) {
                    parts.accept(new DocumentPart.Entry("entry " + seen.size(), entry));
                }
            }
            if (api.entries(answer).isEmpty() || offset + api.page() >= expected) {
                break;
            }
        }
        return expected;
    }

    private JsonNode page(int offset) throws HarvestException {
        var request = FetchRequest.of(api.address(base, domain, offset))
                .with("Accept", "application/json")
                .within(MAX_PAGE_BYTES, Duration.ofMinutes(2));
        var result = http.<JsonNode>fetch(request, body -> {
            try {
                return JSON.readTree(body);
            } catch (JacksonException e) {
                throw new IOException("not JSON", e);
            }
        });
        return switch (result) {
            case Fetched<JsonNode> fetched when api.entries(fetched.body()).isArray() -> fetched.body();
            case Fetched<JsonNode> _ -> throw new HarvestException("the answer at " + offset + " has no results");
            case NotModified<JsonNode> _ -> throw new HarvestException("an answer without a page at " + offset);
            case TooMany<JsonNode> _ -> throw new HarvestException("the portal asks to be left alone for a while");
            case Refused<JsonNode> refused -> throw new HarvestException(refused.reason());
            case Failed<JsonNode> failed -> throw new HarvestException("page at " + offset + ": " + failed.reason());
        };
    }
}
