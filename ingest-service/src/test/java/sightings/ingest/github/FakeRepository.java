package sightings.ingest.github;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Hashes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A repository of {@link FakeGitHub}, to be changed by tests. */
final class FakeRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final long id;
    final TreeMap<String, String> files = new TreeMap<>();
    String name;
    String branch = "main";
    String homepage = "";
    Instant pushedAt = Instant.parse("2024-05-01T00:00:00Z");
    boolean archived;
    boolean hidden;
    int stars;
    /** 0 where it is there. */
    int missing;

    @Nullable
    FakeRepository source;

    FakeRepository(long id, String name) {
        this.id = id;
        this.name = name;
    }

    FakeRepository with(String path, String text) {
        files.put(path, text);
        return this;
    }

    List<String> paths() {
        return new ArrayList<>(files.keySet());
    }

    String sha(String path) {
        return Hashes.id(files.getOrDefault(path, ""));
    }

    int size(String path) {
        return files.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8).length;
    }

    ObjectNode json() {
        var node = JSON.createObjectNode();
        node.put("id", id)
                .put("name", name.substring(name.indexOf('/') + 1))
                .put("full_name", name)
                .put("private", hidden)
                .put("fork", source != null)
                .put("archived", archived)
                .put("homepage", homepage)
                .put("default_branch", branch)
                .put("stargazers_count", stars)
                .put("pushed_at", pushedAt.toString());
        node.putObject("owner")
                .put("login", name.substring(0, name.indexOf('/')))
                .put("type", "User");
        if (source != null) {
            node.set("source", source.json());
        }
        return node;
    }
}
