package sightings.ingest.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightings.event.PlaceObserved;
import sightings.event.SourceReported;
import sightings.evidence.Maker;
import sightings.evidence.Observation;
import sightings.ingest.watching.MemoryChannel;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.web.OutgoingHttp;

/** Tests for {@link GitHubWatcher}, against answers in the shapes that GitHub gives. */
class GitHubWatcherTests {

    @RegisterExtension
    static final WireMockExtension github = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private Instant now = Instant.parse("2026-11-02T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final OutgoingHttp http = new OutgoingHttp("t", List.of("localhost"), clock);
    private final MemoryChannel channel = new MemoryChannel();

    @BeforeEach
    void findNoRepositories() {
        repositories();
    }

    @AfterEach
    void close() throws Exception {
        http.close();
    }

    @Test
    void readsTheFilesThatTheSearchNames() throws Exception {
        search(item(11, "acme/app", "src/load data.py", "sha1", false));
        repository(11, "acme/app", "Organization");
        file(
                11,
                "src/load%20data.py",
                "sha1",
                "token = \"abcdef123456\"\nget(\"https://data.example.gov/d/abcd-2345\")");

        var report = look("secret");

        assertThat(report.state()).as(report.message()).isEqualTo(SourceReported.State.OK);
        assertThat(report.items()).isEqualTo(1);
        assertThat(report.counters()).containsEntry("found", 1L).containsEntry("completenessPercent", 100L);
        var observation = observed().getFirst();
        assertThat(observation.place().url()).isEqualTo("https://github.com/acme/app/blob/main/src/load%20data.py");
        assertThat(observation.place().path()).isEqualTo("src/load data.py");
        assertThat(observation.text()).startsWith("token = \"[redacted]\"\nget(\"https://data.example.gov");
        var subject = observation.subject();
        assertThat(subject.id().value()).isEqualTo("github:11");
        assertThat(subject.title()).isEqualTo("app");
        assertThat(subject.summary()).isEqualTo("Shows things");
        assertThat(subject.homepage()).isEqualTo("https://acme.example");
        assertThat(subject.maker()).isEqualTo(Maker.organisation("acme", "https://github.com/acme"));
        assertThat(subject.licence()).isEqualTo("MIT");
        assertThat(subject.language()).isEqualTo("Python");
        assertThat(subject.topics()).containsExactly("maps", "trees");
        assertThat(subject.changedAt()).isEqualTo(Instant.parse("2024-05-01T00:00:00Z"));
        github.verify(
                1,
                getRequestedFor(urlPathEqualTo("/search/code"))
                        .withQueryParam("q", equalTo("\"data.example.gov\""))
                        .withHeader("Authorization", equalTo("Bearer secret")));
    }

    @Test
    void readsFilesAgainOnlyWhereTheyChanged() throws Exception {
        search(item(11, "jane/app", "a.py", "sha1", false));
        repository(11, "jane/app", "User");
        file(11, "a.py", "sha1", "one");
        look("secret");
        assertThat(observed().getFirst().subject().maker()).isEqualTo(Maker.PERSON);
        github.resetRequests();

        var second = look("secret");

        assertThat(second.items()).isEqualTo(1);
        assertThat(second.counters()).containsEntry("read", 1L).containsEntry("unchanged", 1L);
        assertThat(observed()).isEmpty();
        github.verify(0, getRequestedFor(urlPathMatching("/repositories/.*")));
        search(item(11, "jane/app", "a.py", "sha2", false));
        file(11, "a.py", "sha2", "two");

        look("secret");

        assertThat(observed()).extracting(Observation::text).containsExactly("two");
    }

    @Test
    void withoutTokenSaysWhatThatCostsAndReadsWhatEverybodyMay() throws Exception {
        github.stubFor(get(urlPathEqualTo("/search/repositories")).willReturn(okJson("""
                {"total_count": 1, "incomplete_results": false, "items": [
                  {"id": 11, "full_name": "jane/app", "pushed_at": "2024-05-01T00:00:00Z", "private": false}]}
                """)));
        repository(11, "jane/app", "User");
        github.stubFor(get(urlPathEqualTo("/repositories/11/readme"))
                .willReturn(okJson(content("README.md", "s", "see data.example.gov"))));

        var report = look(" ");

        assertThat(report.state()).isEqualTo(SourceReported.State.NEEDS_SETTING);
        assertThat(report.message())
                .contains("searches no code")
                .contains("https://github.com/settings/tokens")
                .contains("GITHUB_TOKEN");
        assertThat(observed()).extracting(Observation::text).containsExactly("see data.example.gov");
        github.verify(0, getRequestedFor(urlPathEqualTo("/search/code")));
    }

    @Test
    void saysWhenTheTokenIsNoLongerKnown() throws Exception {
        github.stubFor(get(urlPathEqualTo("/search/code"))
                .willReturn(aResponse().withStatus(401).withBody("{\"message\":\"Bad credentials\"}")));

        assertThat(look("secret").state()).isEqualTo(SourceReported.State.NEEDS_SETTING);
    }

    @ParameterizedTest
    @CsvSource({
        "403, 'X-RateLimit-Remaining: 0; X-RateLimit-Reset: 1793620830; X-RateLimit-Resource: core; Date: Mon, 02 Nov 2026 12:00:00 GMT', {}, 31",
        "403, Retry-After: 42, {}, 42",
        "429, Retry-After: 7, {}, 7",
        "429, 'Date: Mon, 02 Nov 2026 11:00:00 GMT; Retry-After: Mon, 02 Nov 2026 11:01:30 GMT', {}, 91",
        "429, X-A: b, {}, 61",
        "403, gh-limited-by: search-elapsed-time-shared-grouped, {}, 61",
        "403, X-RateLimit-Remaining: 4999, You have exceeded a secondary rate limit, 61"
    })
    void waitsForEachOfGitHubsLimitsAndGoesOn(int status, String headers, String body, long seconds) throws Exception {
        var limited = aResponse().withStatus(status).withBody(body);
        for (String header : headers.split("; ")) {
            limited = header(limited, header);
        }
        search(item(11, "a/one", "a.py", "s1", false), item(12, "b/two", "b.py", "s2", false));
        repository(11, "a/one", "User");
        repository(12, "b/two", "User");
        file(11, "a.py", "s1", "first");
        github.stubFor(get(urlPathEqualTo("/repositories/12/contents/b.py")).willReturn(limited));

        var report = look("secret");

        assertThat(report.state()).isEqualTo(SourceReported.State.WAITING);
        assertThat(report.message()).startsWith("GitHub's limit for ");
        assertThat(report.next()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(observed()).extracting(Observation::text).containsExactly("first");
        file(12, "b.py", "s2", "second");
        now = now.plusSeconds(seconds);

        var next = look("secret");

        assertThat(next.state()).isEqualTo(SourceReported.State.OK);
        assertThat(observed()).extracting(Observation::text).containsExactly("second");
    }

    @Test
    void keepsToTheBudgetOfCodeSearchThatTheAnswersShow() throws Exception {
        github.stubFor(get(urlPathEqualTo("/search/code"))
                .willReturn(okJson("{\"total_count\":0,\"incomplete_results\":true,\"items\":[]}")
                        .withHeader("X-RateLimit-Limit", "10")
                        .withHeader("X-RateLimit-Remaining", "0")
                        .withHeader("X-RateLimit-Reset", "1793620845")
                        .withHeader("Date", "Mon, 02 Nov 2026 12:00:00 GMT")));
        var watcher = watcher("secret");

        var first = watcher.look(channel, channel);
        var second = watcher.look(channel, channel);

        assertThat(first.state()).isEqualTo(SourceReported.State.WAITING);
        assertThat(first.message()).startsWith("GitHub's limit for code search is used up until 12:00 UTC");
        assertThat(second.state()).isEqualTo(SourceReported.State.WAITING);
        assertThat(second.next()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(46));
        github.verify(1, getRequestedFor(urlPathEqualTo("/search/code")));
    }

    @Test
    void asksTenTimesAMinuteWhereNothingIsSaid() throws Exception {
        search();
        var watcher = watcher("secret");
        for (int i = 0; i < 10; i++) {
            assertThat(watcher.look(channel, channel).state()).isEqualTo(SourceReported.State.OK);
        }

        assertThat(watcher.look(channel, channel).state()).isEqualTo(SourceReported.State.WAITING);
    }

    @Test
    void losesOnlyTheFileThatIsGoneBinaryOrBroken() throws Exception {
        search(
                item(11, "a/one", "gone.py", "s1", false),
                item(11, "a/one", "binary.py", "s2", false),
                item(11, "a/one", "forbidden.py", "s3", false),
                item(11, "a/one", "good.py", "s4", false));
        repository(11, "a/one", "User");
        file(11, "binary.py", "s2", "a\0b");
        file(11, "good.py", "s4", "good");
        github.stubFor(get(urlPathEqualTo("/repositories/11/contents/forbidden.py"))
                .willReturn(aResponse().withStatus(403).withBody("{\"message\":\"blocked\"}")));

        var report = look("secret");

        assertThat(report.failures()).isEqualTo(1);
        assertThat(report.counters()).containsEntry("skipped", 2L);
        assertThat(observed()).extracting(Observation::text).containsExactly("good");
    }

    @Test
    void failsTheRoundWhereGitHubIsDown() throws Exception {
        github.stubFor(
                get(urlPathEqualTo("/search/code")).willReturn(aResponse().withStatus(500)));

        var report = look("secret");

        assertThat(report.state()).isEqualTo(SourceReported.State.FAILING);
        assertThat(report.message()).isEqualTo("GitHub answered with status 500");
    }

    @Test
    void cutsLargeFilesAndSaysSo() throws Exception {
        search(item(11, "a/one", "a.csv", "s1", false));
        repository(11, "a/one", "User");
        file(11, "a.csv", "s1", "é".repeat(300_000));

        look("secret");

        var observation = observed().getFirst();
        assertThat(observation.truncated()).isTrue();
        assertThat(observation.text().getBytes(StandardCharsets.UTF_8)).hasSize(512 * 1024);
    }

    private static ResponseDefinitionBuilder header(ResponseDefinitionBuilder response, String header) {
        int colon = header.indexOf(": ");
        return response.withHeader(header.substring(0, colon), header.substring(colon + 2));
    }

    @Test
    void searchesBeforeItsTimeWhereStaffAsk() throws Exception {
        repositories();
        search();
        var watcher = watcher("secret", Duration.ofHours(6));
        watcher.look(channel, channel);
        now = now.plus(Duration.ofMinutes(10));

        watcher.look(channel, channel);
        github.verify(1, getRequestedFor(urlPathEqualTo("/search/code")));
        watcher.lookAsked(channel, channel);
        github.verify(2, getRequestedFor(urlPathEqualTo("/search/code")));
        github.verify(2, getRequestedFor(urlPathEqualTo("/search/repositories")));
    }

    private RoundReport look(String token) throws Exception {
        return watcher(token).look(channel, channel);
    }

    private GitHubWatcher watcher(String token) {
        return watcher(token, Duration.ZERO);
    }

    private GitHubWatcher watcher(String token, Duration every) {
        return new GitHubWatcher(
                List.of("data.example.gov"),
                List::of,
                github.baseUrl() + "/",
                "https://github.com",
                token,
                every,
                http::exchange,
                clock,
                () -> Duration.between(Instant.EPOCH, now).toNanos());
    }

    private List<Observation> observed() {
        return channel.take().stream()
                .map(event -> ((PlaceObserved) event).observation())
                .toList();
    }

    private void search(String... items) {
        github.stubFor(get(urlPathEqualTo("/search/code"))
                .willReturn(okJson("{\"total_count\":" + items.length + ",\"incomplete_results\":false,\"items\":["
                        + String.join(",", items) + "]}")));
    }

    private void repositories() {
        github.stubFor(get(urlPathEqualTo("/search/repositories"))
                .willReturn(okJson("{\"total_count\":0,\"incomplete_results\":false,\"items\":[]}")));
    }

    private String item(long id, String repository, String path, String sha, boolean fork) {
        return """
                {"name": "f", "path": "%s", "sha": "%s", "url": "%s/repositories/%d/contents/x",
                 "repository": {"id": %d, "name": "%s", "full_name": "%s", "private": false, "fork": %s,
                   "owner": {"login": "%s", "id": 5}, "url": "%s/repos/%s"}}
                """.formatted(
                        path,
                        sha,
                        github.baseUrl(),
                        id,
                        id,
                        repository.split("/")[1],
                        repository,
                        fork,
                        repository.split("/")[0],
                        github.baseUrl(),
                        repository);
    }

    private void repository(long id, String name, String ownerType) {
        github.stubFor(get(urlPathEqualTo("/repositories/" + id))
                .willReturn(okJson("""
                {"id": %d, "name": "%s", "full_name": "%s", "private": false, "fork": false, "archived": false,
                 "owner": {"login": "%s", "type": "%s"}, "description": "Shows things", "homepage": "https://acme.example",
                 "license": {"spdx_id": "MIT"}, "language": "Python", "topics": ["maps", "trees"],
                 "default_branch": "main", "pushed_at": "2024-05-01T00:00:00Z"}
                """.formatted(id, name.split("/")[1], name, name.split("/")[0], ownerType))));
    }

    private void file(long repository, String path, String sha, String text) {
        github.stubFor(get(urlPathEqualTo("/repositories/" + repository + "/contents/" + path))
                .willReturn(okJson(content("p", sha, text))));
    }

    private static String content(String path, String sha, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return """
                {"type": "file", "encoding": "base64", "size": %d, "name": "f", "path": "%s", "sha": "%s",
                 "content": "%s"}
                """.formatted(bytes.length, path, sha, Base64.getEncoder().encodeToString(bytes));
    }
}
