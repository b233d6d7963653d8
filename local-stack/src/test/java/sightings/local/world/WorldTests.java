package sightings.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests for {@link World}, over HTTP. */
class WorldTests {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-02T18:00:00Z"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private World world;

    @BeforeEach
    void start() {
        world = World.start(WorldSettings.still(folder, CLOCK));
    }

    @AfterEach
    void stop() {
        world.close();
        client.close();
    }

    @Test
    void cataloguePagesHoldEachDatasetOnce() {
        var first = json("/portal/api/catalog/v1?domains=data.cityofchicago.org&limit=400&offset=0");
        var second = json("/portal/api/catalog/v1?domains=data.cityofchicago.org&limit=400&offset=400");

        assertThat(first.path("resultSetSize").asInt()).isGreaterThanOrEqualTo(500);
        assertThat(first.path("results").size() + second.path("results").size())
                .isEqualTo(first.path("resultSetSize").asInt());
        assertThat(first.at("/results/0/resource/id").asString())
                .isNotEqualTo(second.at("/results/0/resource/id").asString());
        assertThat(first.at("/results/0/permalink").asString()).startsWith("https://data.cityofchicago.org/d/");
    }

    @Test
    void dcatListsAsManyDatasetsAsTheDiscoveryApi() {
        assertThat(json("/portal/data.json").path("dataset").size())
                .isEqualTo(json("/portal/api/catalog/v1?limit=0")
                        .path("resultSetSize")
                        .asInt());
    }

    @Test
    void unchangedFeedIsNotSentTwice() {
        for (var feed : world.feedAddresses()) {
            var first = get(feed.substring(world.address().length()));
            var tag = first.headers().firstValue("ETag").orElseThrow();
            var date = first.headers().firstValue("Last-Modified").orElseThrow();

            assertThat(get(feed.substring(world.address().length()), "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
            assertThat(get(feed.substring(world.address().length()), "If-Modified-Since", date)
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void newPostChangesItsFeed() {
        var feed = "/press/six-corners/atom.xml";
        var tag = get(feed).headers().firstValue("ETag").orElseThrow();

        var post = world.publishNewPost().orElseThrow();

        var again = get(feed, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains(post);
        assertThat(get(post.substring(world.address().length())).body())
                .contains("rel=\"canonical\" href=\"" + post)
                .contains("data.cityofchicago.org/d/");
    }

    @Test
    void codeSearchNeedsAToken() {
        var answer = get("/github/search/code?q=%22data.cityofchicago.org%22");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("X-RateLimit-Resource")).hasValue("code_search");
    }

    @Test
    void codeSearchPagesAreLinked() {
        var first = search("&per_page=30");

        assertThat(first.headers().firstValue("Link").orElseThrow()).contains("page=2", "rel=\"next\"", "rel=\"last\"");
        var items = JSON.readTree(first.body()).path("items");
        assertThat(items.size()).isEqualTo(30);
        assertThat(items.path(0).path("html_url").asString()).startsWith("https://github.com/");
        assertThat(get(items.path(0)
                                .path("url")
                                .asString()
                                .substring(world.address().length()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void budgetsCountDownAndAreToldWithoutCost() {
        var first = search("");
        var second = search("");

        assertThat(remaining(second)).isEqualTo(remaining(first) - 1);
        var told = json("/github/rate_limit");
        assertThat(told.at("/resources/code_search/remaining").asInt()).isEqualTo(remaining(second));
        assertThat(told.at("/rate/remaining").asInt()).isEqualTo(15_000);
    }

    @Test
    void overdrawnBudgetIsRefused() {
        // Of what is in no file: the budget counts it as any other, and nothing has to be written.
        var nothing = "%20nowhere-in-any-file";
        int left = remaining(search(nothing));
        for (int i = 0; i < left; i++) {
            search(nothing);
        }

        var refused = search(nothing);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(remaining(refused)).isZero();
    }

    @Test
    void newRepositoryIsFoundOnlyOnceItIsThere() {
        int before = JSON.readTree(search("").body()).path("total_count").asInt();

        var name = world.publishNewRepository().orElseThrow();

        assertThat(JSON.readTree(search("").body()).path("total_count").asInt()).isGreaterThan(before);
        var repository = json("/github/repos/" + name);
        assertThat(repository.path("full_name").asString()).isEqualTo(name);
        assertThat(json("/github/repositories/" + repository.path("id").asLong())
                        .path("full_name")
                        .asString())
                .isEqualTo(name);
    }

    @Test
    void knownRepositoryIsNotSentTwice() {
        var tag = get("/github/repos/Chicago/food-inspections-evaluation")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(get("/github/repos/Chicago/food-inspections-evaluation", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void robotsMayReadAlmostEverything() {
        assertThat(get("/robots.txt").body()).contains("User-agent: *");
    }

    @Test
    void restartKeepsWhatHasAppeared() {
        var post = world.publishNewPost().orElseThrow();
        var name = world.publishNewRepository().orElseThrow();
        world.close();

        world = World.start(WorldSettings.still(folder, CLOCK));

        assertThat(get("/github/repos/" + name).statusCode()).isEqualTo(200);
        assertThat(get(post.substring(post.indexOf("/press"))).statusCode()).isEqualTo(200);
    }

    private static int remaining(HttpResponse<String> answer) {
        return Integer.parseInt(
                answer.headers().firstValue("X-RateLimit-Remaining").orElseThrow());
    }

    private HttpResponse<String> search(String more) {
        return get("/github/search/code?q=%22data.cityofchicago.org%22" + more, "Authorization", "Bearer sample");
    }

    private JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(world.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
