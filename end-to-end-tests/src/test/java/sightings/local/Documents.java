package sightings.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * All documents of an Elasticsearch, byte for byte, by index and id. The health of sources is left out: it tells about
 * rounds of a process, not about the world (docs/decisions/0005-source-health-in-checkpoints.md).
 */
final class Documents {

    static final List<String> INDICES = List.of(
            "datasets", "uses", "sightings", "usage", "problem-statements", "people", "instructions", "revisions");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 2_000;

    private final URI elasticsearch;
    private final HttpClient client;

    Documents(URI elasticsearch, HttpClient client) {
        this.elasticsearch = elasticsearch;
        this.client = client;
    }

    /** Everything, such as {@code uses/abc} to its source. */
    SortedMap<String, String> all() {
        var all = new TreeMap<String, String>();
        for (String index : INDICES) {
            all.putAll(in(index));
        }
        return all;
    }

    /** Everything, once all accesses are counted, and neither topics nor documents have changed for so long. */
    SortedMap<String, String> settled(Offsets offsets, Duration quiet) {
        while (true) {
            offsets.awaitQuiet(quiet);
            offsets.awaitCounted();
            Town.await(
                    "there is something of everything",
                    () -> Stream.of("datasets", "uses", "sightings", "usage")
                            .noneMatch(index -> in(index).isEmpty()));
            var before = all();
            Town.pause(quiet.dividedBy(2));
            if (all().equals(before)) {
                return before;
            }
        }
    }

    /** Waits until they are these again, and says what differs when they never are. */
    void awaitSame(SortedMap<String, String> before) {
        var last = new TreeMap<String, String>();
        try {
            Town.await("all documents are the same again", () -> {
                last.clear();
                last.putAll(all());
                return last.equals(before);
            });
        } catch (AssertionError e) {
            throw new AssertionError(difference(before, last), e);
        }
    }

    /** The documents of one index; none where there is no such index. */
    SortedMap<String, String> in(String index) {
        var found = new TreeMap<String, String>();
        send("POST", "/" + index + "/_refresh?ignore_unavailable=true", "");
        byte[] page =
                send("POST", "/" + index + "/_search?scroll=1m&ignore_unavailable=true", "{\"size\":" + PAGE + "}");
        String scroll = JSON.readTree(page).path("_scroll_id").asString("");
        while (add(index, page, found)) {
            page = send(
                    "POST", "/_search/scroll", JSON.writeValueAsString(Map.of("scroll", "1m", "scroll_id", scroll)));
        }
        send("DELETE", "/_search/scroll", JSON.writeValueAsString(Map.of("scroll_id", scroll)));
        return found;
    }

    /** Adds the page's documents and says whether there were any. */
    private static boolean add(String index, byte[] page, SortedMap<String, String> found) {
        int before = found.size();
        var ids = new ArrayList<String>();
        try (JsonParser parser = JSON.createParser(page)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.PROPERTY_NAME) {
                    continue;
                }
                if (parser.currentName().equals("_id")) {
                    ids.add(parser.nextStringValue());
                } else if (parser.currentName().equals("_source")) {
                    parser.nextToken();
                    int from = (int) parser.currentTokenLocation().getByteOffset();
                    parser.skipChildren();
                    int to = (int) parser.currentLocation().getByteOffset();
                    found.put(index + "/" + ids.getLast(), new String(page, from, to - from, StandardCharsets.UTF_8));
                }
            }
        }
        return found.size() > before;
    }

    private byte[] send(String method, String path, String body) {
        try {
            var request = HttpRequest.newBuilder(elasticsearch.resolve(path))
                    .header("Content-Type", "application/json")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            return client.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What differs between two sets of documents, at most ten lines. */
    static String difference(SortedMap<String, String> expected, SortedMap<String, String> actual) {
        var lines = new ArrayList<String>();
        expected.forEach((id, source) -> {
            var other = actual.get(id);
            if (other == null) {
                lines.add("missing " + id + "\n  expected " + source);
            } else if (!other.equals(source)) {
                lines.add("differs " + id + "\n  expected " + source + "\n  was      " + other);
            }
        });
        actual.keySet().stream().filter(id -> !expected.containsKey(id)).forEach(id -> lines.add("too much " + id));
        return lines.size() + " differences of " + expected.size() + " documents"
                + lines.stream().limit(10).map(line -> "\n" + line).reduce("", String::concat);
    }
}
