package sightings.showcase.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sightings.showcase.projection.Samples.counted;
import static sightings.showcase.projection.Samples.described;
import static sightings.showcase.projection.Samples.sighted;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.CatalogueVersion;
import sightings.dataset.DatasetId;
import sightings.engines.TestEngines;
import sightings.event.CheckpointMoved;
import sightings.event.DatasetDescribed;
import sightings.event.DatasetRevised;
import sightings.event.DemandSeen;
import sightings.event.FindsRevised;
import sightings.event.SourceReported;
import sightings.evidence.Grade;
import sightings.evidence.SourceId;
import sightings.showcase.TestService;
import sightings.showcase.instructions.InstructionDocument;
import sightings.showcase.instructions.InstructionQueries;
import sightings.showcase.usage.Profile;

/** Tests of what staff ask of the watching side, in a browser without a script, on the real engines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskedIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final DatasetId TREES = new DatasetId("aska-0001");
    private static final String PAGE = "/desk/catalogue/aska-0001";
    private static final String ANSWER = """
            {"ready": true, "catalogue": "cv9", "datasets": 5, "rules": "1", "read": 20, "cut": false, "as": "code",
             "steps": [
              {"outcome": "REFUSED", "line": 1, "text": "data.example.gov/d/wxyz-9876", "rule": "socrata-permalink",
               "reason": {"code": "NOT_OF_PORTAL", "arguments": ["data.example.gov", "'wxyz-9876'"], "text": "No."},
               "wouldMatch": {"code": "OF_A_LATER_RELEASE", "arguments": [], "text": "In words of its own."},
               "suggestion": {"kind": "ID", "value": "wxyz-9876"}},
              {"outcome": "FOUND", "line": 2, "text": "<b>x</b>", "rule": "socrata-resource@1",
               "find": {"dataset": "aska-0001", "title": "Trees", "grade": "USE", "method": "URL",
                        "verification": "HOST_AND_ID", "confidence": 0.98}}],
             "lines": [],
             "place": {"address": "https://blog.example.org/x", "cover": "FEED_SITE", "source": "City blog",
                       "kept": "NOTHING"}}
            """;
    private static final String LOG_LINE = """
            {"ready": true, "catalogue": "cv9", "datasets": 5, "rules": "1", "read": 20, "cut": false, "steps": [],
             "lines": [{"line": 1, "log": "portal", "format": "combined", "outcome": "ACCEPTED",
               "request": {"method": "GET", "status": 200, "path": "/d/aska-0001", "dataset": "aska-0001",
                           "title": "Asked trees", "kind": "VIEW", "accessClass": "TOOL", "tool": "curl",
                           "pattern": "curl/"},
               "profiles": [{"profile": "downloads@2"}, {"profile": "counter-rd@1", "why": "ROBOT"}],
               "steps": []}]}
            """;
    private static final String FEED_ITEM = """
            {"ready": true, "catalogue": "cv9", "datasets": 5, "rules": "1", "read": 20, "cut": false, "steps": [],
             "lines": [], "feed": {"format": "RSS 2.0", "remarks": ["one element left out"], "items": [
               {"title": "Trees", "publishedAt": "2026-11-19T08:00:00Z", "steps": [],
                "place": {"address": "https://github.com/example/trees/blob/main/a.py", "cover": "GITHUB",
                          "source": "GitHub", "kept": "GONE", "seenAt": "2026-11-19T08:00:00Z",
                          "gone": {"code": "FILE_REMOVED", "arguments": [], "text": "gone"},
                          "repository": {"name": "example/trees", "files": 3, "checkedAt": "2026-11-19T08:00:00Z",
                                         "missing": false, "file": "NOT_FOUND"}}},
               {"title": "", "steps": []}]}}
            """;

    private HttpServer ingest;
    private TestService service;
    private InstructionQueries instructions;
    private Browser ana;

    @BeforeAll
    void start() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/internal/explain", exchange -> {
            var question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var said = question.contains("LOG_LINE") ? LOG_LINE : question.contains("FEED_ITEM") ? FEED_ITEM : ANSWER;
            var answer = said.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(question.contains("too much") ? 413 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        ingest.start();
        var engines = TestEngines.shared();
        service = new TestService(
                engines.kafka().bootstrapServers(),
                engines.elasticsearch().address().toString(),
                "http://127.0.0.1:" + ingest.getAddress().getPort());
        instructions = service.bean(InstructionQueries.class);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> instructions.aboutSources().all() != null);
        service.send(described("aska-0001", "Asked trees"));
        service.send(sighted("asked-use", "aska-0001", Grade.USE, 1));
        ana = Browser.signedIn(service.address(), "staff", "only-for-this-test");
        await().atMost(SOON).until(() -> ana.get(PAGE).body().contains("Repository"));
    }

    @AfterAll
    void end() {
        ana.close();
        service.close();
        ingest.stop(0);
    }

    @Test
    void addsAnAliasAndSaysHowManyEarlierFindsCount() {
        var added = ana.post(
                "/desk/aliases/new",
                "/desk/aliases",
                "dataset",
                "aska-0001",
                "kind",
                "ID",
                "value",
                "wxyz-9876",
                "since",
                "2019-03-01");

        assertThat(added.uri().getPath()).isEqualTo(PAGE);
        assertThat(added.body()).contains("wxyz-9876").contains("Not read yet").contains("Mar 1, 2019");
        var alias = instructions.about(List.of(TREES)).aliases(TREES).getFirst();
        assertThat(alias.by()).isEqualTo(Staff.id(() -> "staff"));

        service.send(revised(0, alias.event(), 10, 0));
        await().atMost(SOON).until(() -> ana.get(PAGE).body().contains("1 of 2 parts"));
        service.send(revised(1, alias.event(), 7, 3));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ana.get(PAGE).body())
                        .contains("17 earlier finds now count")
                        .contains("3 earlier finds no longer count")
                        .doesNotContain("of 2 parts"));
        assertThat(ana.get("/desk/sources").body())
                .contains("What changed when kept observations were read again")
                .contains("staff added or took back aliases")
                .contains("17 earlier finds now count");

        var back = ana.post(PAGE, "/desk/aliases/remove", "dataset", "aska-0001", "kind", "ID", "value", "wxyz-9876");
        assertThat(back.body()).contains("Taken back by staff").contains("Added by staff");
        assertThat(instructions.about(List.of(TREES)).aliases(TREES)).isEmpty();
    }

    @Test
    void listsWhatIsWantedUntilItIsAnsweredOrSetAside() {
        service.send(wanted(DemandSeen.Kind.SEARCH, "noise & smells"));
        service.send(wanted(DemandSeen.Kind.ADDRESS, "vwxy-2345"));
        service.send(wanted(DemandSeen.Kind.ADDRESS, "aska-0001"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ana.get("/desk/wanted").body())
                        .contains("noise &amp; smells", "vwxy-2345", "at least 10", "Oct 1, 2026"));
        var page = ana.get("/desk/wanted").body();
        assertThat(page).as("the catalogue has it").doesNotContain("<code>aska-0001</code>");
        assertThat(page).contains("/desk/aliases/new?kind=ID&amp;value=vwxy-2345");
        assertThat(ana.get("/desk/aliases/new?kind=ID&value=vwxy-2345").body()).contains("value=\"vwxy-2345\"");
        var form = page.replaceAll("(?s).*href=\"(/desk/problem-statements/new[^\"]*smells[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(ana.get(form).body())
                .contains("value=\"Data about: noise &amp; smells\"")
                .contains("at least 10 of them between Oct 1, 2026 and Nov 2, 2026");

        var aside = ana.post("/desk/wanted", "/desk/wanted/set-aside", "kind", "SEARCH", "what", "noise & smells");
        assertThat(aside.body()).contains("is set aside", "One thing was set aside", "Show again");
        assertThat(instructions.aboutWanted().demandsSetAside()).contains("demand/search/noise & smells");
        var again = ana.post("/desk/wanted", "/desk/wanted/take-up?kind=SEARCH&what=noise+%26+smells", "basedOn", "0");
        assertThat(again.body()).contains("is listed again").doesNotContain("Show again");
        assertThat(ana.post("/desk/wanted", "/desk/wanted/set-aside", "kind", "SEARCH", "what", "x")
                        .body())
                .contains("Nobody asks for that");
    }

    private static DemandSeen wanted(DemandSeen.Kind kind, String what) {
        return new DemandSeen(
                new SourceId("log:portal"), kind, what, 10, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 2), NOON);
    }

    @Test
    void refusesAnAliasOfNothingAndKeepsWhatWasTyped() {
        var answer = ana.post(
                "/desk/aliases/new", "/desk/aliases", "dataset", "none-0000", "kind", "URL", "value", "x.example/a b");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("x.example/a b").contains("This is no address with a path");
    }

    @Test
    void showsWhatBreaksIfADatasetIsRetired() {
        assertThat(ana.get(PAGE).body())
                .contains("We know of one use.")
                .contains("code calls it")
                .contains("Last seen");
        assertThat(ana.get("/desk/catalogue?q=asked+trees").body()).contains(PAGE);
        assertThat(ana.get("/desk/catalogue/none-0000").statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatThePortalHasADatasetNoLonger() {
        var described = described("askg-0001", "Asked and gone");
        service.send(new DatasetDescribed(described.dataset().goneSince(LocalDate.of(2026, 10, 30)), NOON));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(ana.get("/desk/catalogue/askg-0001").body())
                                .contains("No longer at the portal since Oct 30, 2026"));
        assertThat(ana.get(PAGE).body()).doesNotContain("No longer at the portal");
    }

    @Test
    void addsImportsExportsPausesAndResumesFeeds() {
        var added = ana.post("/desk/sources", "/desk/sources/feeds", "address", "https://a.example/feed");
        assertThat(added.body()).contains("Added. The feed is read in a moment.");
        assertThat(ana.post("/desk/sources", "/desk/sources/feeds", "address", "https://a.example/feed")
                        .body())
                .contains("This feed is watched already.");
        var imported = ana.upload(
                "/desk/sources",
                "/desk/sources/feeds/import",
                "<opml><body><outline xmlUrl='https://a.example/feed'/><outline xmlUrl='https://b.example/feed'/>"
                        + "<outline xmlUrl='file:///etc/passwd'/></body></opml>",
                Map.of());
        assertThat(imported.body()).contains("1 added, 1 known already, 1 without a usable address.");
        assertThat(ana.get("/desk/sources/feeds.opml").body())
                .contains("xmlUrl=\"https://a.example/feed\"")
                .contains("xmlUrl=\"https://b.example/feed\"");

        service.send(reported(
                "feed:https://a.example/feed",
                Map.of("slices", 50L, "slicesTruncated", 3L, "completenessPercent", 94L)));
        await().atMost(SOON).until(() -> ana.get("/desk/sources").body().contains("Complete: 94 %"));
        assertThat(ana.get("/desk/sources").body())
                .contains("Of 50 slices 3 truncated")
                .doesNotContain("slicesTruncated")
                .doesNotContain("completenessPercent");

        wish("pause");
        assertThat(ana.get("/desk/sources").body()).contains(">paused<");
        wish("resume");
        assertThat(ana.get("/desk/sources").body()).contains("Resumed by staff").doesNotContain(">paused<");
        wish("check");
        wish("remove");
        assertThat(ana.get("/desk/sources/feeds.opml").body()).doesNotContain("a.example");
        assertThat(instructions.aboutSources().all())
                .extracting(InstructionDocument::act)
                .contains(InstructionDocument.Act.CHECK_ASKED, InstructionDocument.Act.FEED_REMOVED);
    }

    @Test
    void saysHowManyFindsASourceHas() {
        service.send(sighted("asked-counted", "aska-0001", Grade.USE, 1, "feed:https://counted.example/feed", NOON));
        service.send(sighted("asked-counted", "aska-0001", Grade.USE, 2, "feed:https://counted.example/feed", NOON));
        service.send(reported("feed:https://counted.example/feed", Map.of("lookedAgain", 4L)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ana.get("/desk/sources").body())
                        .contains("data-label=\"Finds\">2</td>")
                        .contains("<dt>Looked at again</dt><dd>4</dd>"));
    }

    @Test
    void accountsForEachLogFileAndSumsTheOldOnesUp() {
        service.send(reported("log:asked", SourceReported.Kind.LOGS, Map.of("files", 52L)));
        for (int file = 0; file < 52; file++) {
            service.send(new CheckpointMoved(
                    new SourceId("log:asked"),
                    "f" + file,
                    Map.of(
                            "position", "9000",
                            "name", "asked.log-" + (100 + file),
                            "changed", Integer.toString(1_760_000_000 + 86_400 * file),
                            "read", "1000",
                            "accepted", "700",
                            "filtered.status", "200",
                            "rejected.truncated", "100",
                            "sample.truncated", "9.9.9.9 - - [9/Aa/9"),
                    NOON));
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ana.get("/desk/sources").body())
                        .contains("Log files of log:asked", "asked.log-151", "asked.log-102", "2 older files")
                        .contains("<dt>Rejected: cut off</dt><dd>100</dd>")
                        .contains("<code>9.9.9.9 - - [9/Aa/9</code>")
                        .contains("data-label=\"Read\">2,000</td>", "data-label=\"Rejected\">200</td>")
                        .doesNotContain("asked.log-101"));
    }

    @Test
    void saysWhichDatasetsAreQuiet() {
        service.send(described("askq-0001", "Quiet benches"));
        service.send(counted("askq-0002", LocalDate.of(2026, 3, 2), Profile.DOWNLOADS.rules(), 9, 9));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ana.get("/desk/catalogue/quiet").body())
                        .contains("Quiet benches", "never since Mar 2, 2026"));
    }

    @Test
    void removesNoSourceThatStaffDidNotAdd() {
        service.send(reported("feed:https://settled.example/feed", Map.of()));
        await().atMost(SOON).until(() -> ana.get("/desk/sources").body().contains("settled.example"));

        var answer = ana.post("/desk/sources", "/desk/sources/remove", "source", "feed:https://settled.example/feed");

        assertThat(answer.body())
                .contains("Only a feed that was added here can be removed here.")
                .contains("settled.example");
    }

    @Test
    void refusesWhatIsNoFeedNoFileAndNoSource() {
        assertThat(ana.post("/desk/sources", "/desk/sources/feeds", "address", "ftp://a.example/feed")
                        .statusCode())
                .isEqualTo(422);
        assertThat(ana.upload("/desk/sources", "/desk/sources/feeds/import", "no xml", Map.of())
                        .statusCode())
                .isEqualTo(422);
        assertThat(ana.post("/desk/sources", "/desk/sources/pause", "source", "nobody")
                        .body())
                .contains("There is no such source.");
    }

    @Test
    void explainsWhatWasPastedAndOffersTheAlias() {
        var answer = ana.post("/desk/why", "/desk/why", "as", "TEXT", "text", "data.example.gov/d/wxyz-9876");

        assertThat(answer.body())
                .contains("1 find")
                .contains("catalogue version cv9")
                .contains("It was read as a program.")
                .contains("No dataset of data.example.gov has &#39;wxyz-9876&#39; as its id, name or file.")
                .contains("What would have to be true")
                .contains("<dd lang=\"en\">In words of its own.</dd>")
                .contains("a feed of this site, whose articles are read (City blog)")
                .contains("The feed would have to list the page as an item.")
                .contains("/desk/aliases/new?kind=ID&amp;value=wxyz-9876")
                .contains("&lt;b&gt;x&lt;/b&gt;")
                .contains(PAGE);
        assertThat(ana.get("/desk/aliases/new?kind=ID&value=wxyz-9876").body()).contains("value=\"wxyz-9876\"");
        assertThat(ana.post("/desk/why", "/desk/why", "as", "TEXT", "text", "too much")
                        .statusCode())
                .isEqualTo(422);
        assertThat(ana.post("/desk/why", "/desk/why", "as", "TEXT", "text", "").statusCode())
                .isEqualTo(422);
    }

    @Test
    void explainsALogLine() {
        var answer = ana.post("/desk/why", "/desk/why", "as", "LOG_LINE", "text", "a line");

        assertThat(answer.body())
                .contains("It is a request for a dataset.")
                .contains("combined")
                .contains("Asked trees")
                .contains("Tools and scripts: curl (told by “curl/” of the lists of programs)")
                .contains("downloads@2</dt><dd>counts</dd>")
                .contains("does not count: a robot")
                .doesNotContain("??");
    }

    @Test
    void explainsAnItemOfAFeedInTheReadersLanguage() {
        ana.get("/desk/why?lang=es");
        try {
            var answer = ana.post("/desk/why", "/desk/why", "as", "FEED_ITEM", "text", "an item");

            assertThat(answer.body())
                    .contains("RSS 2.0")
                    .contains("El archivo ya no está en el repositorio, o ya no es texto.")
                    .contains("example/trees: 3 archivos leídos")
                    .contains("no lo encontró ninguna búsqueda")
                    .contains("No nombra ningún artículo")
                    .contains("<dd lang=\"en\">one element left out</dd>")
                    .doesNotContain("??");
        } finally {
            ana.get("/desk/why?lang=en");
        }
    }

    @Test
    void saysThatIngestIsAwayAndKeepsWhatWasPasted() {
        ingest.removeContext("/internal/explain");
        try {
            var answer = ana.post("/desk/why", "/desk/why", "as", "TEXT", "text", "pasted words");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("does not answer").contains("pasted words");
        } finally {
            ingest.createContext("/internal/explain", exchange -> {
                var answer = ANSWER.getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/catalogue",
                "/desk/catalogue/quiet",
                PAGE,
                "/desk/aliases/new",
                "/desk/why",
                "/desk/sources"
            })
    void speaksBothLanguages(String page) {
        for (String language : List.of("es", "en")) {
            var answer = ana.get(page + "?lang=" + language);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("lang=\"" + language + "\"").doesNotContain("??");
        }
    }

    private void wish(String wish) {
        assertThat(ana.post("/desk/sources", "/desk/sources/" + wish, "source", "feed:https://a.example/feed")
                        .statusCode())
                .isEqualTo(200);
    }

    private static FindsRevised revised(int partition, String instruction, int gained, int lost) {
        return new FindsRevised(
                partition,
                2,
                new CatalogueVersion("cv1"),
                new CatalogueVersion("cv2"),
                1,
                1,
                List.of(instruction),
                100,
                gained,
                lost,
                0,
                true,
                List.of(new DatasetRevised(TREES, gained, lost)),
                NOON);
    }

    private static SourceReported reported(String source, Map<String, Long> counters) {
        return reported(source, SourceReported.Kind.FEED, counters);
    }

    private static SourceReported reported(String source, SourceReported.Kind kind, Map<String, Long> counters) {
        return new SourceReported(
                new SourceId(source),
                kind,
                source,
                SourceReported.State.OK,
                null,
                NOON,
                NOON.plusSeconds(60),
                5,
                0,
                -1,
                counters,
                NOON);
    }
}
