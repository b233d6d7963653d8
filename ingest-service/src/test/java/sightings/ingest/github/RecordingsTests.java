package sightings.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sightings.event.PlaceObserved;
import sightings.event.SourceReported.State;
import sightings.evidence.Observation;
import sightings.evidence.RepositoryFacts;
import sightings.ingest.watching.MemoryChannel;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.web.Answer;
import sightings.ingest.web.Head;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What GitHub really answered, as others recorded it, goes through the watcher; skipped where the recordings are not. */
class RecordingsTests {

    private static final Path DATA =
            Path.of(System.getProperty("sightings.data", "../../shared/data")).resolve("github-api");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final VirtualTime time = new VirtualTime(NOW);
    private final MemoryChannel channel = new MemoryChannel();

    /** Each recorded limit, and how long it says to wait; 61 s where it does not say. */
    private static final Map<String, Integer> LIMITS = Map.of(
            "AbuseLimitHandlerTest.testHandler_Fail", 30,
            "AbuseLimitHandlerTest.testHandler_Wait_Secondary_Limits", 61,
            "AbuseLimitHandlerTest.testHandler_Wait_Secondary_Limits_Body_Marker_Only", 61,
            "AbuseLimitHandlerTest.testHandler_Wait_Secondary_Limits_Too_Many_Requests", 8,
            "AbuseLimitHandlerTest.testHandler_Wait_Secondary_Limits_Too_Many_Requests_Date_Retry_After", 8,
            "AbuseLimitHandlerTest.testHandler_Wait_Secondary_Limits_Too_Many_Requests_No_Retry_After", 61,
            "RateLimitHandlerTest.testHandler_Fail", 3);

    @TestFactory
    Stream<DynamicTest> eachRecordedLimitIsWaitedFor() {
        return LIMITS.entrySet().stream()
                .map(limit -> DynamicTest.dynamicTest(limit.getKey(), () -> waits(limit.getKey(), limit.getValue())));
    }

    private void waits(String name, int seconds) throws Exception {
        var recorded = recordings("hub4j/" + name).getFirst();
        var asked = new ArrayList<Instant>();
        var moment = new VirtualTime(NOW);
        var waiting = new MemoryChannel();
        var watcher = watcher(
                request -> {
                    asked.add(moment.instant());
                    return asked.size() == 1 ? recorded : json("{\"total_count\":0,\"items\":[]}");
                },
                moment);

        var report = watcher.look(waiting, waiting);

        assertThat(report.state()).isEqualTo(State.WAITING);
        assertThat(report.next()).isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 1));
        long before = asked.size();
        assertThat(watcher.look(waiting, waiting).state()).isEqualTo(State.WAITING);
        assertThat(asked).as("nothing is asked again before it is allowed").hasSizeLessThanOrEqualTo((int) before + 1);
        moment.pass(report.next());
        assertThat(watcher.look(waiting, waiting).state()).isEqualTo(State.OK);
    }

    @Test
    void eachRecordedAnswerIsHeldWhateverWasAsked() throws Exception {
        var all = new ArrayList<Answer<byte[]>>();
        for (Path folder : folders()) {
            all.addAll(recordings("hub4j/" + folder.getFileName()));
        }
        assertThat(all).hasSizeGreaterThan(15);
        for (var recorded : all) {
            var report = everyAnswerIs(recorded);
            assertThat(report.counters()).containsKey("completenessPercent");
        }
    }

    private RoundReport everyAnswerIs(Answer<byte[]> recorded) throws Exception {
        var one = new MemoryChannel();
        try {
            return watcher(_ -> recorded, new VirtualTime(NOW)).look(one, one);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("cannot be read");
            return RoundReport.ok(0, 0, Duration.ZERO).with(Map.of("completenessPercent", 0L));
        }
    }

    @Test
    void filesOfARecordedSearchAreReadAsRecorded() throws Exception {
        var search = recordings("hub4j/GitHubTest.searchContent");
        var repository = octokit("get-repository");

        var observed = observed(search.getFirst(), repository, search.get(1));

        assertThat(observed).hasSizeGreaterThan(5);
        assertThat(observed.getFirst().text()).contains("jQuery");
        assertThat(observed.getFirst().place().path()).startsWith("src/");
    }

    @Test
    void recordedForksAreFoundAsWell() throws Exception {
        var page = SearchPage.read(
                recordings("hub4j/GitHubTest.searchContentWithForks").getFirst().body());

        assertThat(page.hits()).isNotEmpty().hasSize(page.shown());
    }

    @Test
    void repositoriesOfARecordedSearchAreRead() throws Exception {
        for (var name :
                List.of("GHRepositoryTest.searchRepositories", "GHRepositoryTest.searchForPublicForkedOnlyRepos")) {
            var page = SearchPage.read(recordings("hub4j/" + name).getFirst().body());

            assertThat(page.total()).isPositive();
            assertThat(page.hits()).isNotEmpty().hasSize(page.shown()).allMatch(hit -> hit.path() == null);
        }
    }

    @Test
    void recordedFactsAndFilesAreRead() throws Exception {
        var answer = RepositoryAnswer.read(octokit("get-repository").body(), "https://github.com");
        var readme =
                FileAnswer.read(recordings("hub4j/AppTest.testReadme").get(1).body());

        assertThat(answer.id()).isEqualTo(1000);
        assertThat(answer.fullName()).isEqualTo("octokit-fixture-org/hello-world");
        assertThat(answer.subject().repository())
                .extracting(RepositoryFacts::archived)
                .isEqualTo(false);
        assertThat(readme.text()).isNotBlank();
    }

    @Test
    void recordedErrorsRefuseTheSliceAndNotTheRound() throws Exception {
        var error = octokit("errors");

        var report = watcher(_ -> error, time).look(channel, channel);

        assertThat(error.status()).isEqualTo(422);
        assertThat(report.state()).isEqualTo(State.OK);
        assertThat(report.message()).contains("refused by GitHub");
    }

    private List<Observation> observed(Answer<byte[]> search, Answer<byte[]> repository, Answer<byte[]> file)
            throws Exception {
        watcher(
                        request -> {
                            var path = request.address().getPath();
                            return path.equals("/search/code")
                                    ? search
                                    : path.equals("/search/repositories")
                                            ? json("{\"total_count\":0,\"items\":[]}")
                                            : path.contains("/contents/") ? file : repository;
                        },
                        time)
                .look(channel, channel);
        return channel.take().stream()
                .map(event -> ((PlaceObserved) event).observation())
                .toList();
    }

    private static GitHubWatcher watcher(GitHubApi.Transport transport, VirtualTime time) {
        return new GitHubWatcher(
                List.of("data.example.gov"),
                List::of,
                "https://api.example",
                "https://github.com",
                "secret",
                Duration.ZERO,
                transport,
                time,
                time::nanos);
    }

    private static Answer<byte[]> json(String body) {
        return new Answer<>(
                new Head(URI.create("https://api.example"), 200, Map.of()), body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> folders() throws IOException {
        assumeThat(DATA).as("the recordings beside the repository").exists();
        try (var folders = Files.list(DATA.resolve("hub4j"))) {
            return folders.sorted().toList();
        }
    }

    /** The answers of one recorded test, in the order in which they were given. */
    private static List<Answer<byte[]>> recordings(String folder) throws IOException {
        assumeThat(DATA).as("the recordings beside the repository").exists();
        var answers = new ArrayList<Answer<byte[]>>();
        try (var files = Files.list(DATA.resolve(folder).resolve("mappings"))) {
            for (Path file : files.sorted(java.util.Comparator.comparing(RecordingsTests::turn))
                    .toList()) {
                var response = JSON.readTree(Files.readString(file)).path("response");
                var bodyFile = DATA.resolve(folder)
                        .resolve("__files")
                        .resolve(response.path("bodyFileName").asString("-"));
                // Of some answers only status and headers were kept.
                var body = Files.exists(bodyFile)
                        ? Files.readString(bodyFile)
                        : response.path("body").asString("");
                answers.add(answer(response.path("status").asInt(), filled(body), response.path("headers")));
            }
        }
        return answers;
    }

    private static int turn(Path file) {
        var digits = file.getFileName().toString().replaceFirst("^\\D*(\\d*).*$", "$1");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static Answer<byte[]> octokit(String name) throws IOException {
        assumeThat(DATA).as("the recordings beside the repository").exists();
        var recorded = JSON.readTree(Files.readString(DATA.resolve("octokit/" + name + ".normalized.json")))
                .path(0);
        return answer(recorded.path("status").asInt(), recorded.path("response").toString(), recorded.path("headers"));
    }

    private static Answer<byte[]> answer(int status, String body, JsonNode headers) {
        var named = new HashMap<String, List<String>>();
        headers.properties()
                .forEach(header -> named.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        List.of(filled(
                                header.getValue().isArray()
                                        ? header.getValue().path(0).asString()
                                        : header.getValue().asString("")))));
        return new Answer<>(
                new Head(URI.create("https://api.example"), status, named), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Some recordings leave the time to whoever replays them. */
    private static String filled(String text) {
        if (!text.contains("{{")) {
            return text;
        }
        var offset = text.replaceFirst("(?s)^.*offset='(\\d+) seconds'.*$", "$1");
        var moment = NOW.plusSeconds(offset.matches("\\d+") ? Long.parseLong(offset) : 0);
        return text.replaceAll(
                "\\{\\{.*?}}",
                text.contains("unix") ? Long.toString(moment.getEpochSecond()) : HTTP_DATE.format(moment));
    }
}
