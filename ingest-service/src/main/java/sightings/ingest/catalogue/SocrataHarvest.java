package sightings.ingest.catalogue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
 * Pages through Socrata's Discovery API. Its pages are not stable: entries repeat and others never come. So it reads until
 * as many different entries were seen as the portal says it has, at most three times through.
 */
final class SocrataHarvest implements Harvest {

    private static final int PAGE = 100;
    private static final int MAX_PASSES = 3;
    private static final int MAX_ENTRIES = 100_000;
    private static final long MAX_PAGE_BYTES = 32L * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutgoingHttp http;
    private final URI base;
    private final String domain;
    private final SocrataEntries entries;

    SocrataHarvest(OutgoingHttp http, URI base, String domain, SocrataEntries entries) {
        this.http = http;
        this.base = base;
        this.domain = domain;
        this.entries = entries;
    }

    @Override
    public String read(Consumer<PortalEntry> consumer) throws HarvestException, InterruptedException {
        var seen = new HashSet<String>();
        int expected = 0;
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            int before = seen.size();
            expected = pass(seen, consumer);
            if (seen.size() >= expected || pass > 0 && seen.size() == before) {
                break;
            }
        }
        return seen.size() >= expected ? "" : "the portal says it has " + expected + " entries but gave " + seen.size();
    }

    private int pass(Set<String> seen, Consumer<PortalEntry> consumer) throws HarvestException, InterruptedException {
        int expected = 0;
        for (int offset = 0; offset < MAX_ENTRIES; offset += PAGE) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var page = page(offset);
            var results = page.path("results");
            expected = page.path("resultSetSize").asInt(expected);
            for (JsonNode result : results) {
                // What has no id of its own is still told once, as broken.
                var id = Facts.text(result.path("resource"), "id");
                if (seen.add(id == null ? "entry " + seen.size() + ": " + result.hashCode() : id)) {
                    consumer.accept(entries.read(result));
                }
            }
            if (results.isEmpty() || offset + PAGE >= expected) {
                break;
            }
        }
        return expected;
    }

    private JsonNode page(int offset) throws HarvestException {
        var address = URI.create(withoutSlash(base) + "/api/catalog/v1?domains=" + encoded(domain) + "&search_context="
                + encoded(domain) + "&limit=" + PAGE + "&offset=" + offset);
        var request = FetchRequest.of(address)
                .with("Accept", "application/json")
                .within(MAX_PAGE_BYTES, Duration.ofMinutes(2));
        var result = http.<JsonNode>fetch(request, body -> {
            try {
                return JSON.readTree(body);
            } catch (JacksonException e) {
                throw new java.io.IOException("not JSON", e);
            }
        });
        return switch (result) {
            case Fetched<JsonNode> fetched when fetched.body().path("results").isArray() -> fetched.body();
            case Fetched<JsonNode> _ -> throw new HarvestException("the answer at " + offset + " has no results");
            case NotModified<JsonNode> _ -> throw new HarvestException("an answer without a page at " + offset);
            case TooMany<JsonNode> _ -> throw new HarvestException("the portal asks to be left alone for a while");
            case Refused<JsonNode> refused -> throw new HarvestException(refused.reason());
            case Failed<JsonNode> failed -> throw new HarvestException("page at " + offset + ": " + failed.reason());
        };
    }

    static String withoutSlash(URI base) {
        var text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
