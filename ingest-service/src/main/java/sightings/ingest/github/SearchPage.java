package sightings.ingest.github;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One page of a search's answer.
 *
 * @param total how many results GitHub says that there are
 * @param incomplete whether GitHub gave up before it had looked everywhere
 * @param hits what the page shows and we can read
 * @param shown how many results the page shows, readable or not
 */
record SearchPage(int total, boolean incomplete, List<Hit> hits, int shown) {

    private static final Pattern COMMIT = Pattern.compile("[?&]ref=([0-9a-f]{40})\\b");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A file that was found, or a repository.
     *
     * @param repository its number
     * @param path the file; null where the repository as a whole was found
     * @param version the file's content hash, or when the repository was last pushed to
     * @param commit the commit that was searched, where it is told
     * @param hidden whether only we may see it
     */
    record Hit(
            long repository,
            @Nullable String path,
            String version,
            @Nullable String commit,
            boolean hidden) {}

    SearchPage {
        hits = List.copyOf(hits);
    }

    /** @throws IllegalArgumentException where the answer is not of a search */
    static SearchPage read(byte[] answer) {
        JsonNode node;
        try {
            node = JSON.readTree(answer);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
        if (!node.path("total_count").isNumber() || !node.path("items").isArray()) {
            throw new IllegalArgumentException("not the answer of a search");
        }
        var hits = new ArrayList<Hit>();
        for (JsonNode item : node.path("items")) {
            var hit = hit(item);
            if (hit != null) {
                hits.add(hit);
            }
        }
        return new SearchPage(
                Math.max(0, node.path("total_count").asInt(0)),
                node.path("incomplete_results").asBoolean(false),
                hits,
                node.path("items").size());
    }

    /** Null where it is neither a file nor a repository. */
    private static @Nullable Hit hit(JsonNode item) {
        boolean file = item.path("repository").isObject();
        var repository = file ? item.path("repository") : item;
        long id = repository.path("id").asLong(0);
        var path = item.path("path").asString("");
        var version = item.path(file ? "sha" : "pushed_at").asString("");
        if (id <= 0 || file && (path.isEmpty() || version.isEmpty())) {
            return null;
        }
        var commit = COMMIT.matcher(item.path("url").asString(""));
        return new Hit(
                id,
                file ? path : null,
                version,
                commit.find() ? commit.group(1) : null,
                repository.path("private").asBoolean(false));
    }
}
