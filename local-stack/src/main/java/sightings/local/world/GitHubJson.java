package sightings.local.world;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.local.world.CodeSearch.Hit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what GitHub's REST API answers. Addresses for people lead to github.com, those for programs to this world. */
final class GitHubJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WEB = "https://github.com/";

    private final SampleCity city;

    GitHubJson(SampleCity city) {
        this.city = city;
    }

    String searchResult(String base, List<Hit> hits, int skip, int most) {
        var root = JSON.createObjectNode().put("total_count", hits.size()).put("incomplete_results", false);
        var items = root.putArray("items");
        hits.stream().limit(CodeSearch.MOST).skip(skip).limit(most).forEach(hit -> item(items.addObject(), base, hit));
        return root.toString();
    }

    String repositoriesFound(String base, List<CityRepository> found, int skip, int most) {
        var root = JSON.createObjectNode().put("total_count", found.size()).put("incomplete_results", false);
        var items = root.putArray("items");
        found.stream()
                .limit(CodeSearch.MOST)
                .skip(skip)
                .limit(most)
                .forEach(repository -> items.add(JSON.readTree(repository(base, repository))));
        return root.toString();
    }

    private void item(ObjectNode item, String base, Hit hit) {
        var repository = hit.repository();
        var file = hit.file();
        var blob = blob(file);
        item.put("name", file.name())
                .put("path", file.path())
                .put("sha", blob)
                .put(
                        "url",
                        "%s/repositories/%d/contents/%s?ref=%s"
                                .formatted(base, repository.id(), encoded(file), repository.revision()))
                .put("git_url", "%s/repositories/%d/git/blobs/%s".formatted(base, repository.id(), blob))
                .put("html_url", html(repository, file));
        brief(item.putObject("repository"), base, repository);
        item.put("score", 1.0);
    }

    String repository(String base, CityRepository repository) {
        var node = JSON.createObjectNode();
        brief(node, base, repository);
        var pushed = repository.pushedAt() == null ? null : pushed(repository).toString();
        node.put("created_at", pushed)
                .put("updated_at", pushed)
                .put("pushed_at", pushed)
                .put("language", repository.language())
                .put("homepage", (String) null)
                .put("archived", false)
                .put("disabled", false)
                .put("visibility", "public")
                .put("default_branch", "HEAD")
                .put("size", repository.files().size())
                .put("stargazers_count", 0)
                .put("watchers_count", 0)
                .put("forks_count", 0)
                .put("open_issues_count", 0);
        licence(node, repository.licence());
        var topics = node.putArray("topics");
        repository.topicList().forEach(topics::add);
        return node.toString();
    }

    /** The licence's own resource; only called where there is one. */
    String licence(String base, CityRepository repository) {
        var node = JSON.createObjectNode()
                .put("name", "LICENSE")
                .put("path", "LICENSE")
                .put("url", base + "/repos/" + repository.name() + "/contents/LICENSE")
                .put("html_url", WEB + repository.name() + "/blob/" + repository.revision() + "/LICENSE")
                .put("type", "file");
        licence(node, repository.licence());
        return node.toString();
    }

    private static void licence(ObjectNode node, @Nullable String licence) {
        if (licence == null) {
            node.putNull("license");
            return;
        }
        node.putObject("license")
                .put("key", licence.toLowerCase(Locale.ROOT))
                .put("name", licence)
                .put("spdx_id", licence);
    }

    /** The account of a repository's owner. */
    String owner(String base, CityRepository repository) {
        var node = JSON.createObjectNode();
        owner(node, base, repository);
        return node.toString();
    }

    private static void owner(ObjectNode node, String base, CityRepository repository) {
        node.put("login", repository.login())
                .put("id", repository.ownerId())
                .put("url", base + "/users/" + repository.login())
                .put("html_url", WEB + repository.login())
                .put("type", repository.owner())
                .put("site_admin", false);
    }

    String topics(CityRepository repository) {
        var node = JSON.createObjectNode();
        var names = node.putArray("names");
        repository.topicList().forEach(names::add);
        return node.toString();
    }

    private void brief(ObjectNode node, String base, CityRepository repository) {
        var address = base + "/repos/" + repository.name();
        node.put("id", repository.id())
                .put("node_id", "R_" + repository.id())
                .put("name", repository.shortName())
                .put("full_name", repository.name())
                .put("private", false);
        owner(node.putObject("owner"), base, repository);
        node.put("html_url", WEB + repository.name())
                .put("description", description(repository))
                .put("fork", repository.fork())
                .put("url", address)
                .put("contents_url", address + "/contents/{+path}");
    }

    /** One line in our own words: which datasets the repository refers to. */
    private String description(CityRepository repository) {
        Set<String> names = new LinkedHashSet<>();
        for (var file : repository.files()) {
            file.lines()
                    .forEach(line -> city.datasets().values().stream()
                            .filter(dataset -> line.value().contains(dataset.id()))
                            .forEach(dataset -> names.add(dataset.name())));
        }
        return switch (names.size()) {
            case 0 -> "Refers to the city's data portal.";
            case 1 -> "Refers to %s.".formatted(names.iterator().next());
            default ->
                "Refers to %s and %d more of the city's datasets."
                        .formatted(names.iterator().next(), names.size() - 1);
        };
    }

    String content(String base, CityRepository repository, CityFile file) {
        var address = "%s/repos/%s/contents/%s?ref=%s"
                .formatted(base, repository.name(), encoded(file), repository.revision());
        var bytes = file.text().getBytes(StandardCharsets.UTF_8);
        var encoder = Base64.getMimeEncoder(60, new byte[] {'\n'});
        var node = JSON.createObjectNode()
                .put("name", file.name())
                .put("path", file.path())
                .put("sha", blob(file))
                .put("size", bytes.length)
                .put("url", address)
                .put("html_url", html(repository, file))
                .put("git_url", "%s/repos/%s/git/blobs/%s".formatted(base, repository.name(), blob(file)))
                .put(
                        "download_url",
                        "%s/raw/%s/%s/%s".formatted(base, repository.name(), repository.revision(), encoded(file)))
                .put("type", "file")
                .put("content", encoder.encodeToString(bytes) + "\n")
                .put("encoding", "base64");
        node.putObject("_links").put("self", address).put("html", html(repository, file));
        return node.toString();
    }

    private static Instant pushed(CityRepository repository) {
        return GitHubSite.pushedAt(repository);
    }

    private static String html(CityRepository repository, CityFile file) {
        return WEB + repository.name() + "/blob/" + repository.revision() + "/" + encoded(file);
    }

    private static String blob(CityFile file) {
        return Answer.sha1(file.text().getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(CityFile file) {
        return URLEncoder.encode(file.path(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
