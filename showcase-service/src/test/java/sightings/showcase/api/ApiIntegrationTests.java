package sightings.showcase.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sightings.showcase.projection.Samples.ITO;
import static sightings.showcase.projection.Samples.NOON;
import static sightings.showcase.projection.Samples.described;
import static sightings.showcase.projection.Samples.published;
import static sightings.showcase.projection.Samples.sighted;
import static sightings.showcase.projection.Samples.use;
import static sightings.showcase.projection.Samples.written;

import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import sightings.dataset.DatasetId;
import sightings.engines.TestEngines;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.Caller;
import sightings.event.CallerCell;
import sightings.event.CallerNamed;
import sightings.event.EntryId;
import sightings.event.ProblemStatementPublished;
import sightings.event.UsageCell;
import sightings.event.UsageCounted;
import sightings.evidence.Grade;
import sightings.evidence.SourceId;
import sightings.evidence.SubjectId;
import sightings.showcase.TestService;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.usage.Profile;
import sightings.showcase.usage.UsageQueries;
import sightings.showcase.uses.StoryFilter;
import sightings.showcase.uses.UseQueries;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests of the API as a program meets it, held to its own description. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiIntegrationTests {

    private static final String DATASET = "apia-0001";
    private static final Caller SITE = Caller.site("00112233aabbccdd");

    private TestService service;

    @BeforeAll
    void start() {
        var engines = TestEngines.shared();
        service = new TestService(
                engines.kafka().bootstrapServers(),
                engines.elasticsearch().address().toString());
        service.send(described(DATASET, "Bus Stops"));
        for (var name : new String[] {"api-one", "api-two", "api-three"}) {
            service.send(sighted(name, DATASET, Grade.REFERENCE, 1));
            service.send(published(name, 0));
        }
        service.send(sighted("api-unpublished", DATASET, Grade.USE, 1));
        service.send(written("e-api", "PS-2026-901", 0));
        service.send(new ProblemStatementPublished(new EntryId("e-api"), ITO, 1, NOON));
        service.send(written("e-draft", "PS-2026-902", 0));
        // Two weeks, one of them with few accesses by AI agents and few views.
        service.send(used(LocalDate.of(2026, 11, 4), 40));
        service.send(used(LocalDate.of(2026, 11, 11), 60));
        // The site at which the first use runs, known by a hash from before it was named.
        service.send(called(LocalDate.of(2026, 11, 3), 64));
        service.send(called(LocalDate.of(2026, 11, 12), 3));
        service.send(new CallerNamed(new SourceId("log:portal"), SITE, new SubjectId("api-one.example.org"), NOON));
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> service.bean(UseQueries.class)
                                        .stories(StoryFilter.using(new DatasetId(DATASET), "en"), 1, 10)
                                        .total()
                                == 3
                        && service.bean(UsageQueries.class)
                                        .series(new DatasetId(DATASET), Profile.DOWNLOADS)
                                        .total()
                                        .told()
                                == 204
                        && service.bean(ProblemStatementQueries.class)
                                .published("PS-2026-901")
                                .isPresent());
    }

    @AfterAll
    void end() {
        service.close();
    }

    @Test
    void answersEveryDescribedOperationAsDescribed() {
        var api = json(service.get("/api/v1/openapi.json").body());
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        var check = new SchemaCheck(api);
        var called = new TreeSet<String>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    assertThat(operation.getKey()).isEqualTo("get");
                    var id = operation.getValue().path("operationId").asString();
                    var address = path.getKey()
                            .replace("/datasets/{id}", "/datasets/" + DATASET)
                            .replace("/stories/{id}", "/stories/" + use("api-one"))
                            .replace("{number}", "PS-2026-901");
                    operation
                            .getValue()
                            .at("/responses/200/content")
                            .properties()
                            .forEach(content -> {
                                var answer = service.get(address, "Accept", content.getKey());
                                assertThat(answer.statusCode()).as(id).isEqualTo(200);
                                assertThat(answer.headers()
                                                .firstValue("Content-Type")
                                                .orElse(""))
                                        .as(id)
                                        .startsWith(content.getKey());
                                if (content.getKey().contains("json")) {
                                    assertThat(check.check(content.getValue().path("schema"), json(answer.body())))
                                            .as(id)
                                            .isEmpty();
                                }
                            });
                    var missing = service.get(address + "?nonsense=1");
                    assertThat(check.check(
                                    operation.getValue().at("/responses/400/content/application~1problem+json/schema"),
                                    json(missing.body())))
                            .as(id)
                            .isEmpty();
                    called.add(id);
                }));
        assertThat(called)
                .containsExactly(
                        "getCallsOfStory",
                        "getProblemStatement",
                        "getStory",
                        "getUsageOfDataset",
                        "listProblemStatements",
                        "listStories",
                        "listUsage",
                        "listUsesOfDataset",
                        "mapStories");
    }

    private static UsageCounted used(LocalDate day, long downloads) {
        return new UsageCounted(
                new DatasetId(DATASET),
                day,
                Profile.DOWNLOADS.rules(),
                "-",
                List.of(
                        new UsageCell(15, AccessClass.PERSON, "-", AccessKind.VIEW, 2),
                        new UsageCell(15, AccessClass.PERSON, "-", AccessKind.DOWNLOAD, downloads),
                        new UsageCell(16, AccessClass.TOOL, "QGIS", AccessKind.API, 50),
                        new UsageCell(16, AccessClass.AI_AGENT, "Example", AccessKind.VIEW, 3),
                        new UsageCell(17, AccessClass.ROBOT, "-", AccessKind.VIEW, 30)),
                (int) downloads + 85,
                NOON);
    }

    @Test
    void tellsUsageWithoutSmallNumbersWhicheverWayItIsAdded() {
        var usage = json(service.get("/api/v1/datasets/" + DATASET + "/usage").body());

        assertThat(usage.at("/total/value").asLong()).isEqualTo(204);
        assertThat(usage.at("/total/exact").asBoolean()).isFalse();
        var week = usage.at("/weeks/22");
        assertThat(week.path("from").asString()).isEqualTo("2026-11-02");
        // The three AI agents are in no number; the two views are told together with the downloads.
        assertThat(week.at("/total/value").asLong()).isEqualTo(92);
        assertThat(week.toString())
                .contains("{\"who\":\"person\",\"count\":{\"value\":42,\"exact\":true}}")
                .contains("{\"who\":\"ai-agent\",\"count\":{\"value\":0,\"exact\":false,\"fewerThan\":5}}");
        assertThat(usage.at("/tools/0/tool").asString()).isEqualTo("QGIS");
        assertThat(usage.at("/tools/0/count/value").asLong()).isEqualTo(100);

        var csv = service.get("/api/v1/datasets/" + DATASET + "/usage.csv").body();
        assertThat(csv)
                .startsWith("scope,from,to,who,kind,tool,count,exact,fewer_than")
                .contains("week,2026-11-02,2026-11-08,person,,,42,true,")
                .contains("week,2026-11-02,2026-11-08,tool,api,,50,true,")
                .contains("week,2026-11-02,2026-11-08,ai-agent,,,,false,5")
                .contains("tool,,QGIS,100,false,");
        assertThat(json(service.get("/api/v1/datasets/" + DATASET + "/usage?origin=reported")
                                .body())
                        .at("/total/value")
                        .asLong())
                .isZero();
        assertThat(service.get("/api/v1/datasets/" + DATASET + "/usage?origin=elsewhere")
                        .statusCode())
                .isEqualTo(400);
    }

    private static UsageCounted called(LocalDate day, int calls) {
        return new UsageCounted(
                new DatasetId("apia-0002"),
                day,
                Profile.DOWNLOADS.rules(),
                "-",
                List.of(new UsageCell(15, AccessClass.PERSON, "-", AccessKind.DOWNLOAD, calls)),
                calls,
                List.of(),
                List.of(),
                List.of(new CallerCell(SITE, calls, calls)),
                NOON);
    }

    @Test
    void tellsHowMuchAUseCallsTheDataAndNothingOfFewVisitors() {
        var address = "/api/v1/stories/" + use("api-one") + "/calls";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> json(service.get(address).body()).at("/weeks/25").isObject());
        assertThat(service.get(address + ".csv").body())
                .startsWith("from,to,open,calls,exact,fewer_than,days,datasets")
                .contains("2026-11-02,2026-11-08,false,60,false,,1,1")
                .contains("2026-11-09,2026-11-15,false,,false,5,,");
        assertThat(json(service.get("/api/v1/stories/" + use("api-two") + "/calls")
                                .body())
                        .path("weeks"))
                .isEmpty();
        assertThat(service.get("/api/v1/stories/" + use("api-unpublished") + "/calls")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void listsWhatIsUsedMost() {
        var most = json(service.get("/api/v1/usage").body()).path("mostUsed");

        assertThat(most.toString()).contains("\"dataset\":\"" + DATASET + "\",\"title\":\"Bus Stops\"");
        assertThat(service.get("/api/v1/usage.csv").body()).contains("most-used," + DATASET + ",Bus Stops,");
        var etag = service.get("/api/v1/usage").headers().firstValue("ETag").orElseThrow();
        assertThat(service.get("/api/v1/usage", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void describesAStoryInPublicWords() {
        var story = json(service.get("/api/v1/stories/" + use("api-one")).body());

        assertThat(story.at("/datasets/0/use").asString()).isEqualTo("links to it");
        assertThat(story.at("/datasets/0/title").asString()).isEqualTo("Bus Stops");
        assertThat(story.at("/datasets/0/downloads/0/url").asString())
                .isEqualTo("https://data.example.gov/d/" + DATASET + ".csv");
        assertThat(story.at("/page").asString()).isEqualTo("https://stories.example.gov/stories/" + use("api-one"));
        assertThat(story.toString())
                .doesNotContain("p-ito")
                .doesNotContain("score")
                .doesNotContain("REFERENCE");
    }

    @Test
    void showsOnlyWhatIsPublished() {
        assertThat(service.get("/api/v1/stories/" + use("api-unpublished")).statusCode())
                .isEqualTo(404);
        assertThat(service.get("/api/v1/problem-statements/PS-2026-902").statusCode())
                .isEqualTo(404);
        assertThat(service.get("/api/v1/problem-statements/e-draft").statusCode())
                .isEqualTo(404);
        assertThat(service.get("/api/v1/problem-statements").body()).doesNotContain("PS-2026-902");
        assertThat(service.get("/api/v1/datasets/" + DATASET + "/uses").body()).doesNotContain("api-unpublished");
    }

    @Test
    void leadsThroughAllPagesByTheLinkToTheNext() {
        var ids = new ArrayList<String>();
        var next = "/api/v1/datasets/" + DATASET + "/uses?size=1";
        while (next != null) {
            var answer = service.get(next);
            json(answer.body())
                    .path("items")
                    .forEach(item -> ids.add(item.path("id").asString()));
            next = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')).replace("https://stories.example.gov", ""))
                    .orElse(null);
        }
        assertThat(ids)
                .containsExactlyInAnyOrder(
                        use("api-one").value(),
                        use("api-two").value(),
                        use("api-three").value());
    }

    @Test
    void answersNotModifiedToWhoHasIt() {
        var first = service.get("/api/v1/stories");
        var etag = first.headers().firstValue("ETag").orElseThrow();

        var second = service.get("/api/v1/stories", "If-None-Match", etag);

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void givesCsvByAddressParameterAndHeader() {
        for (var answer : java.util.List.of(
                service.get("/api/v1/problem-statements.csv"),
                service.get("/api/v1/problem-statements?format=csv"),
                service.get("/api/v1/problem-statements", "Accept", "text/csv"))) {
            var csv = answer.body();
            assertThat(csv).startsWith("number,status,title");
            assertThat(csv).contains("PS-2026-901,open,Safer crossings near schools");
        }
        assertThat(service.get("/api/v1/stories.csv?lang=es").body()).contains("Encontrar api-one rápido");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/stories?nonsense=1",
                "/api/v1/stories?type=bridge",
                "/api/v1/stories?size=0",
                "/api/v1/stories?cursor=%25%25",
                "/api/v1/stories?format=xml",
                "/api/v1/problem-statements?status=draft",
                "/api/v1/problem-statements?dataset=../x"
            })
    void namesWrongParameters(String address) {
        var answer = service.get(address);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer.body()).at("/errors/0/detail").asString()).isNotBlank();
    }

    @Test
    void answersProblemDetailsForWhatIsNotThere() {
        for (var path : new String[] {
            "/api/v1/nothing", "/api/v1/stories/none", "/api/v1/datasets/none/uses", "/api/v1/problem-statements/none"
        }) {
            var answer = service.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).as(path).contains("application/problem+json");
        }
        assertThat(service.post("/api/v1/stories").statusCode()).isIn(403, 405);
    }

    @Test
    void canBeFollowedWithAFeedReader() throws Exception {
        for (var name : new String[] {"stories", "problem-statements"}) {
            var atom = service.get("/feeds/" + name + ".atom?lang=es");
            assertThat(atom.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
            var feed = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(atom.body())));
            assertThat(feed.getDocumentElement().getLocalName()).isEqualTo("feed");
            assertThat(feed.getElementsByTagNameNS("*", "entry").getLength()).isPositive();
            var items = json(service.get("/feeds/" + name + ".json").body()).path("items");
            assertThat(items.size()).isPositive();
            assertThat(items.get(0).path("url").asString()).startsWith("https://stories.example.gov/" + name + "/");
        }
        assertThat(service.get("/feeds/stories.atom").body()).doesNotContain("api-unpublished");
    }

    @Test
    void isOpenToEveryWebPage() {
        var answer = service.get("/api/v1/stories", "Origin", "https://hackathon.example.org");

        assertThat(answer.headers().map())
                .containsAllEntriesOf(Map.of("access-control-allow-origin", java.util.List.of("*")));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
