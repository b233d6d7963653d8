package sightings.showcase.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sightings.showcase.projection.Samples.ITO;
import static sightings.showcase.projection.Samples.NOON;
import static sightings.showcase.projection.Samples.published;
import static sightings.showcase.projection.Samples.sighted;
import static sightings.showcase.projection.Samples.story;
import static sightings.showcase.projection.Samples.use;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sightings.dataset.DatasetId;
import sightings.engines.TestEngines;
import sightings.event.UseMerged;
import sightings.event.UsePublished;
import sightings.event.UseSighted;
import sightings.event.UseWithdrawn;
import sightings.evidence.Grade;
import sightings.evidence.Sighting;
import sightings.evidence.SightingId;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;
import sightings.showcase.TestService;
import sightings.showcase.uses.Decided;
import sightings.showcase.uses.InboxFilter;
import sightings.showcase.uses.StoryFilter;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;
import sightings.showcase.uses.UseStatus;

/** Tests of one use at two addresses, as staff join and part them, on the real engines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergingIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private TestService service;
    private UseQueries uses;
    private Browser ana;

    @BeforeAll
    void start() {
        var engines = TestEngines.shared();
        service = new TestService(
                engines.kafka().bootstrapServers(),
                engines.elasticsearch().address().toString());
        uses = service.bean(UseQueries.class);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> uses.counts().published() >= 0);
        ana = Browser.signedIn(service.address(), "staff", "only-for-this-test");
    }

    @AfterAll
    void end() {
        ana.close();
        service.close();
    }

    @Test
    void makesARepositoryAndTheSiteAtItsHomepageOneUseAndTwoAgain() {
        var code = new DatasetId("mrga-0001");
        var web = new DatasetId("mrga-0002");
        discover("merge-app", code.value(), web.value());
        var site = site("merge-app");
        // It was a story of its own once, so its public address is known.
        service.send(new UsePublished(site, ITO, 0, NOON, story("merge-app")));
        service.send(new UseWithdrawn(site, ITO, 1, NOON, null));
        await().atMost(SOON).until(() -> now(site).decision() == 2);

        // The site is found by its id; what has it as its homepage by a search, after the next refresh.
        assertThat(ana.get(path(use("merge-app"))).body()).contains("This may be the same as");
        await().atMost(SOON).until(() -> ana.get(path(site)).body().contains("This may be the same as"));

        var merged = merge("merge-app", site, 2, use("merge-app"), 0);

        assertThat(merged.uri().getPath()).isEqualTo(path(use("merge-app")));
        assertThat(merged.body())
                .contains("Merged. This use now shows the evidence of both.")
                .contains("Also at")
                .contains("Evidence: 2 finds")
                .contains("seen on the web")
                .doesNotContain("This may be the same as");
        assertThat(now(use("merge-app")).datasetIds()).containsExactly(code, web);
        assertThat(now(use("merge-app")).sources()).containsExactly("feed:news", "github");
        assertThat(now(use("merge-app")).scoreParts())
                .extracting(part -> part.name())
                .contains("seen-by-several-sources");
        assertThat(ana.get(path(site)).body())
                .contains("Merged into another use by")
                .contains("Shown as one with")
                .doesNotContain("/publish");
        await().atMost(SOON).untilAsserted(() -> assertThat(inbox(web)).containsExactly(use("merge-app")));

        service.send(published("merge-app", 1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(uses.stories(StoryFilter.using(web, "en"), 1, 10)
                                .items())
                        .extracting(UseDocument::id)
                        .containsExactly(use("merge-app")));
        assertThat(uses.storiesOf(List.of(code, web))).containsEntry(code, 1L).containsEntry(web, 1L);
        assertThat(uses.facets(StoryFilter.using(code, "en")).datasets())
                .extracting(facet -> facet.value())
                .contains(code, web);
        assertThat(service.get("/stories/" + use("merge-app")).body())
                .contains("/datasets/" + code.value())
                .contains("/datasets/" + web.value());
        assertThat(service.get("/api/v1/stories/" + use("merge-app")).body()).contains(web.value());
        for (var address : List.of("/stories/", "/api/v1/stories/")) {
            var old = service.get(address + site);
            assertThat(old.statusCode()).isEqualTo(308);
            assertThat(old.headers().firstValue("location")).hasValue(address + use("merge-app"));
        }

        var split = ana.post(path(site), path(site) + "/undo", "basedOn", "3");

        assertThat(split.body()).contains("Split. It awaits review on its own again.");
        assertThat(now(site).status()).isEqualTo(UseStatus.DISCOVERED);
        assertThat(now(use("merge-app")).datasetIds()).containsExactly(code);
        assertThat(now(use("merge-app")).isPublic()).isTrue();
        assertThat(service.get("/stories/" + site).statusCode()).isEqualTo(410);
        assertThat(now(use("merge-app")).decisions())
                .extracting(Decided::action)
                .containsExactly(Decided.Action.ABSORBED, Decided.Action.PUBLISHED, Decided.Action.RELEASED);
    }

    @Test
    void saysWhyTwoUsesCannotBeMerged() {
        discover("merge-no", "mrgb-0001", "mrgb-0002");
        discover("merge-other", "mrgb-0001", "mrgb-0002");
        var site = site("merge-no");

        assertThat(merge("merge-no", site, 0, site, 0).body()).contains("cannot be merged into itself");
        var overtaken = merge("merge-no", site, 0, use("merge-no"), 7);
        assertThat(overtaken.statusCode()).isEqualTo(409);
        assertThat(overtaken.body())
                .contains("Somebody else")
                .contains("name=\"intoBasedOn\" value=\"0\"")
                .contains("name=\"into\" value=\"" + use("merge-no") + "\"");
        merge("merge-no", site, 0, use("merge-no"), 0);
        assertThat(merge("merge-no", site, 1, use("merge-other"), 0).body()).contains("is already merged");
        assertThat(merge("merge-no", use("merge-no"), 1, use("merge-other"), 0).body())
                .contains("others were merged into it");
        assertThat(merge("merge-no", use("merge-other"), 0, site, 1).body())
                .contains("is merged into another use itself");
        assertThat(now(use("merge-other")).decisions()).isEmpty();
    }

    @Test
    void looksUpTheOtherUseByItsIdItsPageOrItsAddressAndAsksFirst() {
        discover("merge-look", "mrgd-0001", "mrgd-0002");
        var site = site("merge-look");
        var repository = use("merge-look");

        for (var named : List.of(
                site.value(),
                "https://city.example.gov/stories/" + site,
                service.address() + path(site),
                homepage("merge-look") + "/?utm_source=x")) {
            assertThat(look(repository, named).body())
                    .as(named)
                    .contains("Are these the same thing?")
                    .contains("name=\"into\" value=\"" + repository + "\"");
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                look(site, "https://example.org/merge-look").body())
                        .contains("name=\"into\" value=\"" + repository + "\""));
        assertThat(look(site, site.value()).statusCode()).isEqualTo(422);
        assertThat(look(site, "https://nobody.example.org/knows").body()).contains("No use with this id or address");
        assertThat(look(site, "").statusCode()).isEqualTo(422);
        assertThat(ana.get(path(site)).body()).contains("Merge with another use");

        assertThat(merge("merge-look", site, 0, repository, 0).uri().getPath()).isEqualTo(path(repository));
        assertThat(now(site).into()).isEqualTo(repository);
    }

    @Test
    void sortsTheInboxByWhatMergedUsesComeToTogether() {
        var dataset = "mrge-0001";
        discover("merge-sort", dataset, "mrge-0002");
        for (int i = 0; i < 3; i++) {
            service.send(sighted("merge-rival-" + i, dataset, Grade.USE, 1));
        }
        merge("merge-sort", site("merge-sort"), 0, use("merge-sort"), 0);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(inbox(new DatasetId(dataset)))
                        .hasSize(4)
                        .first()
                        .isEqualTo(use("merge-sort")));

        assertThat(now(use("merge-sort")).score())
                .isGreaterThan(now(use("merge-rival-0")).score());
        var pages = IntStream.rangeClosed(1, 4)
                .mapToObj(page -> uses.inbox(awaiting(new DatasetId(dataset)), page, 1))
                .toList();
        assertThat(pages).allSatisfy(page -> assertThat(page.total()).isEqualTo(4));
        assertThat(pages.stream().flatMap(page -> page.items().stream()).map(UseDocument::id))
                .containsExactlyElementsOf(inbox(new DatasetId(dataset)));
    }

    private HttpResponse<String> look(UseId use, String named) {
        return ana.get(path(use) + "/merge?with=" + URLEncoder.encode(named, StandardCharsets.UTF_8));
    }

    private static InboxFilter awaiting(DatasetId dataset) {
        return new InboxFilter(List.of(UseStatus.DISCOVERED), null, dataset, null, null, null, InboxFilter.Sort.SCORE);
    }

    @Test
    void takesItsHalfBackWhereSomebodyDecidesOnTheOtherUseAtTheSameMoment() {
        discover("merge-race", "mrgc-0001", "mrgc-0002");
        var site = site("merge-race");
        var seen = now(use("merge-race"));
        service.send(published("merge-race", 0));
        await().atMost(SOON).until(() -> now(use("merge-race")).isPublic());

        var outcome = service.bean(Merges.class)
                .decide(new UseMerged(site, use("merge-race"), ITO, 0, NOON), seen, seen.decision());

        assertThat(outcome).isEqualTo(new Merges.Outcome.Sent(new Result.RefusedByFold()));
        assertThat(now(site).status()).isEqualTo(UseStatus.DISCOVERED);
        assertThat(now(site).decisions())
                .extracting(Decided::action)
                .containsExactly(Decided.Action.MERGED, Decided.Action.SPLIT);
        assertThat(now(use("merge-race")).members()).isEmpty();
    }

    /** A repository that names one dataset, and a site at its homepage that names another. */
    private void discover(String name, String inCode, String onTheWeb) {
        service.send(sighted(name, inCode, Grade.USE, 1));
        service.send(seenOnTheWeb(name, onTheWeb));
        await().atMost(SOON)
                .until(() -> uses.byId(use(name)).isPresent()
                        && uses.byId(site(name)).isPresent());
        // Finds are documents of their own, which a search sees after its next refresh.
        await().atMost(SOON)
                .until(() -> uses.sightings(now(use(name)), 1).size()
                                + uses.sightings(now(site(name)), 1).size()
                        == 2);
    }

    private static UseSighted seenOnTheWeb(String name, String dataset) {
        var pattern = sighted(name, dataset, Grade.REFERENCE, 2);
        var about = new Subject(
                SubjectId.web(homepage(name)),
                Subject.Kind.SITE,
                name + " on the web",
                null,
                homepage(name).toString(),
                null,
                null,
                null,
                null,
                List.of(),
                null);
        var found = pattern.sighting();
        return new UseSighted(
                site(name),
                about,
                new Sighting(
                        SightingId.of(about.id(), found.place(), found.dataset()),
                        found.dataset(),
                        found.place(),
                        found.grade(),
                        found.method(),
                        found.verification(),
                        found.confidence(),
                        "seen on the web",
                        new SourceId("feed:news"),
                        found.seenAt(),
                        null,
                        found.rule(),
                        found.catalogue()),
                pattern.time());
    }

    private HttpResponse<String> merge(String name, UseId merged, int basedOn, UseId into, int intoBasedOn) {
        return ana.post(
                path(use(name)),
                path(merged) + "/merge",
                "basedOn",
                "" + basedOn,
                "into",
                into.value(),
                "intoBasedOn",
                "" + intoBasedOn);
    }

    private List<UseId> inbox(DatasetId dataset) {
        return uses.inbox(awaiting(dataset), 1, 10).items().stream()
                .map(UseDocument::id)
                .toList();
    }

    private UseDocument now(UseId id) {
        return uses.byId(id).orElseThrow().document();
    }

    private static UseId site(String name) {
        return UseId.of(SubjectId.web(homepage(name)));
    }

    private static URI homepage(String name) {
        return URI.create("https://" + name + ".example.org");
    }

    private static String path(UseId id) {
        return "/desk/uses/" + id.value();
    }
}
