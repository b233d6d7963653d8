package sightings.showcase.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sightings.showcase.projection.Samples.NOON;
import static sightings.showcase.projection.Samples.described;
import static sightings.showcase.projection.Samples.sighted;
import static sightings.showcase.projection.Samples.use;
import static sightings.showcase.projection.Samples.withdrawn;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.DatasetId;
import sightings.engines.TestEngines;
import sightings.event.Caller;
import sightings.event.CallerCell;
import sightings.event.CallerNamed;
import sightings.event.UsageCounted;
import sightings.event.UseSighted;
import sightings.evidence.Grade;
import sightings.evidence.RepositoryFacts;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.showcase.TestService;
import sightings.showcase.entries.EntryStatus;
import sightings.showcase.entries.ProblemStatementDocument;
import sightings.showcase.entries.ProblemStatementFilter;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.uses.StoryFilter;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;
import sightings.showcase.uses.UseStatus;

/** Tests of the desk as staff use it, in a browser without a script, on the real engines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String STATEMENTS = "/desk/problem-statements";
    private static final String HEADER =
            "number,title_en,title_es,challenge_en,topics,datasets,area,lat,lon,contact,contact_url,licence,difficulty,"
                    + "opens_at,closes_at,status\n";

    private TestService service;
    private UseQueries uses;
    private ProblemStatementQueries statements;
    private Browser ana;

    @BeforeAll
    void start() {
        var engines = TestEngines.shared();
        service = new TestService(
                engines.kafka().bootstrapServers(),
                engines.elasticsearch().address().toString());
        uses = service.bean(UseQueries.class);
        statements = service.bean(ProblemStatementQueries.class);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> uses.counts().published() >= 0);
        ana = signedIn();
    }

    @AfterAll
    void end() {
        ana.close();
        service.close();
    }

    private Browser signedIn() {
        return Browser.signedIn(service.address(), "staff", "only-for-this-test");
    }

    @Test
    void publishesWithinTwoSecondsAndOffersUndo() {
        discover("desk-warm");
        publish(ana, "desk-warm", 0, "The first decision loads classes and templates");
        discover("desk-publish");

        var sent = System.nanoTime();
        var answer = publish(ana, "desk-publish", 0, "Where the buses are");
        await().pollInterval(Duration.ofMillis(20))
                .atMost(SOON)
                .until(() -> uses.stories(StoryFilter.all("en"), 1, 200).items().stream()
                        .anyMatch(story -> story.id().equals(use("desk-publish"))));
        var took = Duration.ofNanos(System.nanoTime() - sent);

        assertThat(took).isLessThan(Duration.ofSeconds(2));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Published. The public sees it now.")
                .contains("/stories/" + use("desk-publish").value())
                .contains("Undo")
                .contains("First sighted");
    }

    @Test
    void tellsTheSecondOfTwoPeopleAndOverwritesNothing() {
        discover("desk-two");
        try (var ben = signedIn()) {
            ben.get(path("desk-two"));
            publish(ana, "desk-two", 0, "Ana's title");

            var told = ben.post(
                    path("desk-two"), path("desk-two") + "/reject", "basedOn", "0", "reason", "spam", "note", "ads!");

            assertThat(told.statusCode()).isEqualTo(409);
            assertThat(told.body())
                    .contains("Somebody else decided meanwhile")
                    .contains("Awaits review; first seen")
                    .contains("Published by staff")
                    .contains("ads!")
                    .contains("name=\"basedOn\" value=\"1\"");
            assertThat(now("desk-two").status()).isEqualTo(UseStatus.PUBLISHED);

            var anyway = publish(ben, "desk-two", 1, "Ben's title");
            assertThat(anyway.statusCode()).isEqualTo(200);
            assertThat(now("desk-two").story()).isNotNull();
            assertThat(now("desk-two").decision()).isEqualTo(2);
        }
    }

    @Test
    void showsBothTextsWhereTwoPeopleWriteTheSameStory() {
        discover("desk-texts");
        publish(ana, "desk-texts", 0, "Ana's title");

        var told = publish(ana, "desk-texts", 0, "Ben's title");

        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body()).contains("Ana&#39;s title").contains("Ben&#39;s title");
    }

    @Test
    void isNotDisturbedByASightingInBetween() {
        discover("desk-between");
        ana.get(path("desk-between"));
        service.send(sighted("desk-between", "bbbb-0002", Grade.MENTION, 2));
        await().atMost(SOON).until(() -> now("desk-between").sightings() == 2);

        assertThat(publish(ana, "desk-between", 0, "Still mine").statusCode()).isEqualTo(200);
        assertThat(now("desk-between").status()).isEqualTo(UseStatus.PUBLISHED);
    }

    @Test
    void undoesEachDecisionAndNamesEachStep() {
        discover("desk-undo");
        var page = path("desk-undo");

        var rejected = ana.post(page, page + "/reject", "basedOn", "0", "reason", "HOMEWORK", "note", "term paper");
        assertThat(rejected.uri().getPath()).isEqualTo("/desk");
        assertThat(rejected.body()).contains("Rejected.").contains(page + "/undo");
        assertThat(now("desk-undo").status()).isEqualTo(UseStatus.REJECTED);

        ana.post(page, page + "/undo", "basedOn", "1");
        assertThat(now("desk-undo").status()).isEqualTo(UseStatus.DISCOVERED);

        publish(ana, "desk-undo", 2, "A story");
        ana.post(page, page + "/withdraw", "basedOn", "3", "note", "asked by its maker");
        assertThat(now("desk-undo").isPublic()).isFalse();

        var again = ana.post(page, page + "/undo", "basedOn", "4");
        assertThat(now("desk-undo").isPublic()).isTrue();
        assertThat(again.body())
                .contains("Rejected")
                .contains("term paper")
                .contains("Homework or exercise")
                .contains("Reopened")
                .contains("Taken back from the public")
                .contains("asked by its maker");
        assertThat(now("desk-undo").decisions()).hasSize(5);
    }

    @Test
    void saysWhatWouldBeAllowed() {
        discover("desk-refused");
        var page = path("desk-refused");
        ana.post(page, page + "/reject", "basedOn", "0", "reason", "DEAD");

        var refused = ana.post(page, page + "/reject", "basedOn", "1", "reason", "DEAD");

        assertThat(refused.body()).contains("is already rejected (by staff").contains("Reopen it first.");
    }

    @Test
    void namesTheAuthorInTheAuditTrailByName() {
        discover("desk-name");
        publish(ana, "desk-name", 0, "Named");

        await().atMost(SOON).until(() -> ana.get(path("desk-name")).body().contains("Published by staff"));
    }

    @Test
    void keepsWhatWasTypedWhereAFieldIsWrong() {
        discover("desk-wrong");

        var answer = ana.post(
                path("desk-wrong"),
                path("desk-wrong") + "/publish",
                "basedOn",
                "0",
                "title_en",
                "x".repeat(121),
                "summary_en",
                "Kept words",
                "type",
                "map",
                "lat",
                "91");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Please correct 4 fields")
                .contains("at most 120 characters; it has 121")
                .contains("Kept words");
        assertThat(now("desk-wrong").decisions()).isEmpty();
    }

    @Test
    void showsHostileEvidenceAsText() {
        service.send(sighted("desk-<script>alert(1)</script>", "aaaa-0001", Grade.USE, 1));
        await().atMost(SOON)
                .until(() -> uses.byId(use("desk-<script>alert(1)</script>")).isPresent());

        var page = ana.get("/desk/uses/" + use("desk-<script>alert(1)</script>").value());

        assertThat(page.body()).contains("desk-&lt;script&gt;").doesNotContain("<script>alert(1)");
    }

    @Test
    void showsTheLiveUseOfASiteThatCallsAndSaysWhereNoneIsKnown() {
        var caller = Caller.site("ffeeddccbbaa0099");
        service.send(sighted("desk-live", "aaaa-0001", Grade.USE, 1));
        service.send(sighted("desk-quiet", "aaaa-0001", Grade.USE, 1));
        service.send(new CallerNamed(new SourceId("log:portal"), caller, new SubjectId("desk-live.example.org"), NOON));
        service.send(new UsageCounted(
                new DatasetId("desk-0009"),
                LocalDate.of(2026, 11, 11),
                UsageCounted.DOWNLOADS,
                "-",
                List.of(),
                40,
                List.of(),
                List.of(),
                List.of(new CallerCell(caller, 123, 40)),
                NOON));
        var path = "/desk/uses/" + use("desk-live").value();
        await().atMost(SOON).ignoreExceptions().until(() -> ana.get(path).body().contains("Calls by week"));

        assertThat(ana.get(path).body()).contains("at least 120", "Chart: calls in each of the last 26 weeks");
        assertThat(ana.get("/desk/uses/" + use("desk-quiet").value()).body()).contains("No calls known from logs");
    }

    @Test
    void showsHowAUseFares() {
        var kept = inArchivedRepository(sighted("desk-life", "aaaa-0001", Grade.USE, 1));
        var lost = inArchivedRepository(sighted("desk-life", "aaaa-0001", Grade.MENTION, 2));
        service.send(kept);
        service.send(lost);
        service.send(withdrawn(lost));

        // Finds are documents of their own, which a search sees after its next refresh.
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(ana.get(path("desk-life")).body())
                        .contains("No longer found: 1")
                        .contains("It no longer stands there.</span> Since ")
                        .contains("Last seen</dt><dd>Nov 2, 2026")
                        .contains("archived: its owner keeps it for reading only")
                        .contains("10 to 99 stars")
                        .contains("3 copies and forks"));
    }

    private static UseSighted inArchivedRepository(UseSighted sighted) {
        var about = sighted.about();
        var facts = new RepositoryFacts("main", null, true, RepositoryFacts.Stars.UNDER_100, 5, 3);
        var repository = new Subject(
                about.id(),
                about.kind(),
                about.title(),
                about.summary(),
                about.url(),
                about.homepage(),
                about.maker(),
                about.licence(),
                about.language(),
                about.topics(),
                about.changedAt(),
                facts);
        return new UseSighted(sighted.use(), repository, sighted.sighting(), sighted.time());
    }

    @Test
    void addsAUseByItsAddressAndFindsItAgain() {
        service.send(described("aaaa-0001", "Bus stops"));
        service.send(described("bbbb-0002", "Trees"));
        await().atMost(SOON)
                .until(() -> ana.post(
                                "/desk/uses/new",
                                "/desk/uses/new",
                                "address",
                                "https://www.library.example/map?utm_source=x",
                                "title",
                                "Map at the library",
                                "datasets",
                                "aaaa-0001",
                                "note",
                                "saw it at the desk")
                        .body()
                        .contains("Added. It awaits review."));

        var again = ana.post(
                "/desk/uses/new",
                "/desk/uses/new",
                "address",
                "https://library.example/map/",
                "title",
                "Another name",
                "datasets",
                "bbbb-0002");

        assertThat(again.body()).contains("This use was known already").contains("Map at the library");
        // Finds are documents of their own, which a search sees after its next refresh.
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ana.get(again.uri().getPath()).body())
                        .contains("saw it at the desk")
                        .contains("Evidence: 2 finds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://example.org/", "https://a:b@example.org/"})
    void refusesAddressesThatAreNotOfTheWeb(String address) {
        var answer =
                ana.post("/desk/uses/new", "/desk/uses/new", "address", address, "title", "T", "datasets", "aaaa-0001");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("is not a web address");
    }

    @Test
    void writesPublishesClosesAndReopensAProblemStatement() {
        var draft = ana.post(
                STATEMENTS + "/new",
                STATEMENTS + "/new",
                "basedOn",
                "0",
                "number",
                "PS-DESK-1",
                "title_en",
                "Safer crossings",
                "title_es",
                "Cruces seguros",
                "challenge_en",
                "Which crossings need light?",
                "contact",
                "Data team",
                "licence",
                "CC0-1.0",
                "difficulty",
                "starter");
        var page = draft.uri().getPath();
        assertThat(draft.body()).contains("Saved.").contains("Draft");
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(statement("PS-DESK-1").status()).isEqualTo(EntryStatus.DRAFT));

        assertThat(ana.post(page, page + "/publish", "basedOn", "1").body()).contains("It is open now");
        assertThat(ana.post(page, page + "/close", "basedOn", "2", "outcome", "solved", "note", "built")
                        .body())
                .contains("Closed.")
                .contains("built");
        assertThat(ana.post(page, page + "/undo", "basedOn", "3").body()).contains("Reopened.");
        assertThat(ana.post(page, page + "/close", "basedOn", "3", "outcome", "parked")
                        .statusCode())
                .isEqualTo(409);
        assertThat(ana.post(STATEMENTS + "/new", STATEMENTS + "/new", fields("PS-DESK-1"))
                        .body())
                .contains("Number PS-DESK-1 is taken");
        try (var eva = signedIn()) {
            assertThat(eva.get(page + "?lang=es").body()).contains("Cruces seguros");
        }
    }

    @Test
    void importsGoodRowsNamesBadOnesAndNeverDoubles() {
        var file = HEADER
                + row("PS-CSV-1", "First", "open")
                + row("PS-CSV-2", "Second", "draft")
                + "PS-CSV-3,,,C,,,,,,Team,,CC0,easy,,,\n"
                + row("PS-CSV-4", "Fourth", "solved");

        var first = ana.upload(STATEMENTS, STATEMENTS + "/import", file, Map.of("publish", "1"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body())
                .contains("3 new, 0 edited, 0 as they were.")
                .contains("2 opened")
                .contains(">4</td>")
                .contains("title_en")
                .contains("difficulty");
        assertThat(statement("PS-CSV-2").status()).isEqualTo(EntryStatus.OPEN);
        assertThat(statement("PS-CSV-4").status()).isEqualTo(EntryStatus.CLOSED);

        var again = ana.upload(STATEMENTS, STATEMENTS + "/import", file.replace("Second", "Second, edited"), Map.of());

        assertThat(again.body()).contains("0 new, 0 edited, 2 as they were.");
        var quoted =
                ana.upload(STATEMENTS, STATEMENTS + "/import", file.replace("Second", "\"Second, edited\""), Map.of());
        assertThat(quoted.body()).contains("0 new, 1 edited, 2 as they were.");
        assertThat(statements.all(ProblemStatementFilter.all("en"), 1, 500).items())
                .filteredOn(entry -> entry.statement().number().startsWith("PS-CSV"))
                .hasSize(3);
    }

    @Test
    void refusesFilesThatAreTooLarge() {
        var answer = ana.upload(STATEMENTS, STATEMENTS + "/import", HEADER + "x".repeat(1_000_001), Map.of());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("larger than 1 MB");
    }

    @Test
    void sendsStrangersToSignInAndLetsThemDoNothing() {
        discover("desk-stranger");
        try (var stranger = new Browser(service.address())) {
            for (String page : List.of("/desk", path("desk-stranger"), STATEMENTS, "/desk/sources")) {
                assertThat(stranger.get(page).uri().getPath()).isEqualTo("/desk/sign-in");
            }
            var forged = stranger.post(path("desk-stranger") + "/reject", Map.of("basedOn", "0", "reason", "SPAM"));
            assertThat(forged.statusCode()).isEqualTo(403);
            assertThat(stranger.get("/desk/sign-in").headers().allValues("set-cookie"))
                    .allSatisfy(
                            cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
        }
        assertThat(now("desk-stranger").decisions()).isEmpty();
    }

    @Test
    void takesNoFormWithoutItsToken() {
        discover("desk-forged");

        var forged = ana.post(path("desk-forged") + "/reject", Map.of("basedOn", "0", "reason", "SPAM"));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(now("desk-forged").decisions()).isEmpty();
    }

    @Test
    void slowsGuessingDownAndSignsOut() {
        try (var guesser = new Browser(service.address())) {
            for (int i = 0; i < 5; i++) {
                assertThat(guesser.post("/desk/sign-in", "/desk/sign-in", "username", "guess", "password", "p" + i)
                                .body())
                        .contains("Name or password is wrong");
            }
            assertThat(guesser.post("/desk/sign-in", "/desk/sign-in", "username", "guess", "password", "p6")
                            .body())
                    .contains("Please wait 15 minutes");
        }
        try (var eva = signedIn()) {
            assertThat(eva.post("/desk", "/desk/sign-out").body()).contains("You are signed out.");
            assertThat(eva.get("/desk").uri().getPath()).isEqualTo("/desk/sign-in");
        }
    }

    @Test
    void letsOnlyProgramsOfTheOperatorRebuild() {
        assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(service.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(service.post("/actuator/rebuild", "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsEveryPageInBothLanguages() {
        discover("desk-pages");
        var eva = signedIn();
        for (String page : List.of(
                "/desk",
                "/desk?status=rejected&source=github&sort=newest&q=nothing-has-this",
                path("desk-pages"),
                "/desk/uses/new?words=bus",
                STATEMENTS,
                STATEMENTS + "/new",
                STATEMENTS + "/import",
                "/desk/sources")) {
            for (String language : List.of("es", "en")) {
                var answer = eva.get(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
                assertThat(answer.statusCode()).as(page).isEqualTo(200);
                assertThat(answer.body())
                        .as(page)
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??");
            }
        }
        eva.close();
    }

    private void discover(String name) {
        service.send(sighted(name, "aaaa-0001", Grade.USE, 1));
        await().atMost(SOON).until(() -> uses.byId(use(name)).isPresent());
    }

    private HttpResponse<String> publish(Browser browser, String name, int basedOn, String title) {
        return browser.post(
                path(name),
                path(name) + "/publish",
                "basedOn",
                "" + basedOn,
                "title_en",
                title,
                "title_es",
                "",
                "summary_en",
                "What it does.",
                "summary_es",
                "",
                "body_en",
                "",
                "body_es",
                "",
                "type",
                "MAP",
                "area",
                "",
                "lat",
                "",
                "lon",
                "",
                "datasets",
                "");
    }

    private static String[] fields(String number) {
        return new String[] {
            "basedOn",
            "0",
            "number",
            number,
            "title_en",
            "T",
            "challenge_en",
            "C",
            "contact",
            "Team",
            "licence",
            "CC0-1.0",
            "difficulty",
            "HARD"
        };
    }

    private static String row(String number, String title, String status) {
        return number + "," + title + ",Título,A challenge,transport;safety,aaaa-0001,Pilsen,41.85,-87.66,Data team,"
                + "mailto:data@city.example,CC0-1.0,starter,2026-06-04,," + status + "\n";
    }

    private static String path(String name) {
        return "/desk/uses/" + use(name).value();
    }

    private UseDocument now(String name) {
        return uses.byId(use(name)).orElseThrow().document();
    }

    private ProblemStatementDocument statement(String number) {
        return statements.all(ProblemStatementFilter.all("en"), 1, 500).items().stream()
                .filter(entry -> entry.statement().number().equals(number))
                .findFirst()
                .flatMap(entry -> statements.byId(entry.id()))
                .orElseThrow()
                .document();
    }
}
