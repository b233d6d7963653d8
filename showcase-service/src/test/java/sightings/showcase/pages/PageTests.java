package sightings.showcase.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import sightings.evidence.UseId;
import sightings.showcase.uses.StoryFilter;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseStatus;

/** Tests for the public pages over the sample city in memory. */
@SpringBootTest(
        classes = PagesTestApplication.class,
        properties = {
            "city.name=Chicago",
            "city.site=http://127.0.0.1:8080",
            "city.languages=en,es",
            "city.time-zone=America/Chicago",
            "city.sample=true",
            "city.portals[0].address=https://data.cityofchicago.org",
            "city.portals[0].kind=socrata",
            "city.map.centre=-87.68,41.84",
            "city.map.boundaries=../sample-city/community-areas.geojson",
            "city.contact.report=report@city.example",
            "city.logs[0].name=portal",
            "city.logs[0].folder=/var/log/portal",
            // Readiness asks the projector, and pages alone have none.
            "management.endpoint.health.validate-group-membership=false"
        })
@AutoConfigureMockMvc
class PageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SampleCity city;

    @AfterEach
    void restore() {
        city.become(SampleCity.State.FULL);
        city.fallBehind(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/stories",
                "/story-map",
                "/datasets",
                "/power-users",
                "/problem-statements",
                "/about",
                "/usage",
                "/method",
                "/privacy",
                "/datasets/ijzp-q8t2",
                "/problem-statements/PS-001"
            })
    void answersInBothLanguages(String path) {
        for (String language : List.of("en", "es")) {
            var page = page(path + "?lang=" + language);
            assertThat(page).contains("<html lang=\"" + language + "\"").doesNotContain("??");
            assertThat(page).contains("id=\"main\"").contains("hreflang=\"es\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/stories",
                "/story-map",
                "/datasets",
                "/power-users",
                "/problem-statements",
                "/about",
                "/usage",
                "/method",
                "/privacy"
            })
    void saysSoWhereThereIsNothingYet(String path) {
        city.become(SampleCity.State.EMPTY);
        assertThat(page(path)).contains("id=\"main\"").doesNotContain("class=\"chart\"");
    }

    @Test
    void storyPageShowsDataInPublicWordsAndNeverGradesOrSightings() {
        var page = page("/stories/" + city.firstStory());
        assertThat(page)
                .contains("uses this data", "links to it", "named by the city&#39;s staff", "Not an endorsement")
                .contains("Last seen using this data on November 20, 2026")
                .contains("rel=\"nofollow noopener\"")
                .contains("\"isBasedOn\"");
        assertThat(page.toLowerCase()).doesNotContain("sighting<", "grade", "confidence", "score");
    }

    @Test
    void storyPageTellsTextsInTheOtherLanguage() {
        assertThat(page("/stories/" + city.firstStory() + "?lang=es"))
                .contains("Qué cocinas inspeccionar primero", "usa estos datos", "No es un aval")
                .contains("Visto por última vez usando estos datos el 20 de noviembre de 2026");
    }

    @Test
    void pictureIsAnImageWithWordsAndMayBeKeptForAMinute() {
        var result = mvc.perform(get("/stories/" + city.firstStory() + "/picture.svg"));
        assertThat(result).hasStatusOk().hasHeader("Cache-Control", "max-age=60, public");
        assertThat(result.getResponse().getContentType()).startsWith("image/svg+xml");
        assertThat(result.getResponse().getHeader("ETag")).isNotBlank();
    }

    @Test
    void withdrawnStoryIsGoneAndUnknownOneIsMissing() {
        var story = city.use(city.firstStory());
        city.add(in(UseStatus.DISCOVERED, story));
        assertThat(status("/stories/" + story.id())).isEqualTo(410);
        assertThat(status("/stories/" + story.id() + "/picture.svg")).isEqualTo(410);
        assertThat(page("/stories")).doesNotContain(story.id().value());
        city.add(story);
        assertThat(status("/stories/" + new UseId("nothing"))).isEqualTo(404);
    }

    @Test
    void storyThatAnotherOneTellsNowIsFoundThere() {
        var story = city.use(city.firstStory());
        var survivor =
                city.useQueries().stories(StoryFilter.all("en"), 1, 2).items().getLast();
        city.add(SampleCity.merged(story, survivor.id()));

        var page = mvc.perform(get("/stories/" + story.id()));
        assertThat(page).hasStatus(308).hasHeader("Location", "/stories/" + survivor.id());
        assertThat(page).hasHeader("Cache-Control", "no-cache");
        assertThat(mvc.perform(get("/stories/" + story.id() + "/picture.svg")))
                .hasStatus(308)
                .hasHeader("Location", "/stories/" + survivor.id() + "/picture.svg");
        assertThat(page("/stories")).doesNotContain(story.id().value());

        city.add(in(UseStatus.DISCOVERED, survivor));
        assertThat(status("/stories/" + story.id())).isEqualTo(410);
        city.add(survivor);
        city.add(story);
    }

    @Test
    void useThatWasNeverPublishedIsMissingLikeAnyOther() {
        var story = city.use(city.firstStory());
        city.add(SampleCity.use(story.id(), story.about(), UseStatus.DISCOVERED, null, List.of()));
        assertThat(status("/stories/" + story.id())).isEqualTo(404);
        city.add(story);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/stories", "/datasets", "/problem-statements", "/about", "/story-map", "/usage", "/method"
            })
    void saysItIsUnavailableWhileTheIndexIsAway(String path) {
        city.become(SampleCity.State.AWAY);
        var result = mvc.perform(get(path));
        assertThat(result).hasStatus(503).hasHeader("Retry-After", "10");
    }

    @Test
    void saysHowOldTheNumbersAre() {
        city.fallBehind(Duration.ofHours(5));
        assertThat(page("/stories")).contains("have not been updated for 5 hours");
        city.fallBehind(Duration.ofSeconds(20));
        assertThat(page("/stories")).doesNotContain("have not been updated");
    }

    @Test
    void narrowedListKeepsItsFiltersAndSurvivesNonsense() {
        assertThat(page("/stories?type=research")).contains("Show all", "/stories?type=");
        assertThat(page("/stories?type=nonsense&dataset=../x&page=-4&area=%3Cscript%3E"))
                .doesNotContain("<script>alert");
        assertThat(page("/stories?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")).doesNotContain("<script>alert");
        assertThat(page("/stories?page=99999999999")).contains("id=\"main\"");
        assertThat(page("/datasets?page=3")).contains("aria-current=\"page\"");
    }

    @Test
    void datasetPageShowsUsageWithItsTableAndKeepsReportedCountsApart() {
        var page = page("/datasets/ijzp-q8t2");
        assertThat(page).contains("Usage over time", "fewer than 5", "The numbers as a table", "is made up");
        assertThat(page).contains("Usage as reported by the portal", "never added to our own counts");
        assertThat(status("/datasets/zzzz-zzzz")).isEqualTo(404);
        assertThat(status("/datasets/a%20b")).isEqualTo(404);
    }

    @Test
    void datasetPageTellsToolsAndKindsApartAndGivesThemAsAFile() {
        var page = page("/datasets/ijzp-q8t2");
        assertThat(page)
                .contains("Tools by name", "QGIS", "pandas", "Other tools", "Without a known name")
                .contains("Downloads, queries and views", "Not told apart")
                .contains("href=\"/api/v1/datasets/ijzp-q8t2/usage.csv\"")
                .contains("href=\"/api/v1/datasets/ijzp-q8t2/usage.csv?origin=reported\"")
                .contains("href=\"/method\"");
        assertThat(page("/datasets/ijzp-q8t2?lang=es")).contains("Herramientas por nombre", "Otras herramientas");
    }

    @Test
    void storyPageShowsHowMuchTheUseCallsTheData() {
        assertThat(page("/stories/" + city.firstStory()))
                .contains(
                        "Used in the last full week (from November 9, 2026): at least 1,240 calls on 6 days, 4 datasets")
                .contains("Chart: calls in each of the last 3 weeks", "fewer than 5", "at least 310", "is made up")
                .contains("/calls.csv\"");
        assertThat(page("/stories/" + city.firstStory() + "?lang=es"))
                .contains("al menos 1.240 llamadas en 6 días, 4 conjuntos de datos");
    }

    @Test
    void storyWithoutKnownCallsSaysSo() {
        var quiet = "/stories/" + city.lastStory();
        assertThat(page(quiet)).contains("No calls known from logs").doesNotContain("/calls.csv");
        assertThat(page(quiet + "?lang=es")).contains("No se conocen llamadas por los registros");
    }

    @Test
    void datasetThatNobodyUsedSaysSo() {
        assertThat(page("/datasets/" + SampleCity.UNUSED))
                .contains("Nothing has been counted for this dataset yet")
                .doesNotContain("class=\"chart\"");
    }

    @Test
    void usagePageListsWhatIsUsedMostAndWhatRises() {
        assertThat(page("/usage"))
                .contains("Used more than before", "60 in the four weeks before, 140 now")
                .contains("class=\"sparkline\"", "/api/v1/usage.csv");
    }

    @Test
    void methodPageSaysTheRulesWithTheirVersionsAndShowsAWeekUnderBoth() {
        assertThat(page("/method"))
                .contains("downloads@2", "counter-rd@1", "crawler-user-agents@1.49.0")
                .contains("at least 5 accesses", "until 48 hours after", "Central Time", "May 25, 2026")
                .contains("People, COUNTER", ">210<", ">180<", "Sessions that fetched data", "left out")
                .contains("the 2 datasets that were used most in the week of November 9, 2026")
                .contains("https://github.com/Project-Counter/coprd");
    }

    @Test
    void privacyPageSaysTheSettingsThatAreInForce() {
        assertThat(page("/privacy"))
                .contains("3 days", "until 48 hours after", "at most 50 hours after that line")
                .contains("fewer than 5", "no trackers", "it ends 8 hours after the last click");
        assertThat(page("/privacy?lang=es")).contains("hasta 48 horas después", "menos de 5");
    }

    @Test
    void datasetThatThePortalHasNoLongerSaysSinceWhen() {
        assertThat(page("/datasets/" + SampleCity.GONE))
                .contains("No longer in the portal&#39;s catalogue since October 30, 2026");
        assertThat(page("/datasets/ijzp-q8t2")).doesNotContain("No longer in the portal");
    }

    @Test
    void problemStatementShowsALineThatFetchesIt() {
        assertThat(page("/problem-statements/PS-001"))
                .contains("curl http://127.0.0.1:8080/api/v1/problem-statements/PS-001", "CC0-1.0", ".csv");
        assertThat(page("/problem-statements/PS-003")).contains("This problem is closed", "Solved");
        assertThat(status("/problem-statements/PS-999")).isEqualTo(404);
    }

    @Test
    void footerSaysWhatItMustOnEveryPage() {
        assertThat(page("/"))
                .contains("Not an endorsement", "How we choose", "Accessibility statement", "href=\"/privacy\"")
                .contains("mailto:report@city.example", "not made by or for the City of Chicago");
    }

    @Test
    void headersAllowNothingInlineAndNothingFromElsewhere() {
        var result = mvc.perform(get("/"));
        var policy = result.getResponse().getHeader("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe", "*");
        assertThat(result)
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "strict-origin-when-cross-origin")
                .hasHeader("Cache-Control", "no-cache");
    }

    @Test
    void filesCarryTheHashOfTheirContentAndAreKeptForAYear() {
        var page = page("/");
        var css = page.replaceAll("(?s).*\"(/assets/css/site-[0-9a-f]+\\.css)\".*", "$1");
        var result = mvc.perform(get(css));
        assertThat(result).hasStatusOk().hasHeader("Cache-Control", "max-age=31536000, public, immutable");
        var module = page.replaceAll("(?s).*\"(/assets/vendor/maplibre/maplibre-gl-[0-9a-f]+\\.mjs)\".*", "$1");
        assertThat(mvc.perform(get(module))).hasStatusOk();
        assertThat(mvc.perform(get(module)).getResponse().getContentType()).startsWith("text/javascript");
    }

    @Test
    void languageIsRememberedAndUnknownOnesAreNot() {
        assertThat(mvc.perform(get("/about?lang=es")).getResponse().getHeader("Set-Cookie"))
                .startsWith("lang=es;")
                .contains("SameSite=Lax");
        assertThat(mvc.perform(get("/about?lang=xx")).getResponse().getHeader("Set-Cookie"))
                .isNull();
        var german = mvc.perform(get("/about").header("Accept-Language", "de, es;q=0.5"));
        assertThat(text(german)).contains("<html lang=\"es\"");
    }

    @Test
    void mapDataHoldsPlacesInTheAskedLanguage() {
        assertThat(page("/map/stories.geojson?lang=es")).contains("FeatureCollection", "Qué cocinas");
        assertThat(page("/map/boundaries.geojson")).contains("MultiPolygon", "Rogers Park");
    }

    private static UseDocument in(UseStatus status, UseDocument use) {
        return SampleCity.use(use.id(), use.about(), status, use.story(), use.datasets());
    }

    private int status(String path) {
        return mvc.perform(get(java.net.URI.create(path))).getResponse().getStatus();
    }

    private String page(String path) {
        var result = mvc.perform(get(java.net.URI.create(path)));
        assertThat(result).hasStatusOk();
        return text(result);
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
