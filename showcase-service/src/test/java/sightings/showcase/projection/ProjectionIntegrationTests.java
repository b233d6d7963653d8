package sightings.showcase.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sightings.showcase.projection.Samples.ITO;
import static sightings.showcase.projection.Samples.NOON;
import static sightings.showcase.projection.Samples.published;
import static sightings.showcase.projection.Samples.sighted;
import static sightings.showcase.projection.Samples.use;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import sightings.dataset.DatasetId;
import sightings.engines.ElasticsearchEngine;
import sightings.engines.Folders;
import sightings.engines.KafkaEngine;
import sightings.engines.Ports;
import sightings.event.EntryId;
import sightings.event.PersonDescribed;
import sightings.event.ProblemStatementPublished;
import sightings.event.RejectReason;
import sightings.event.SourceReported;
import sightings.event.UsageCounted;
import sightings.event.UseRejected;
import sightings.evidence.Grade;
import sightings.evidence.SourceId;
import sightings.showcase.TestService;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.entries.ProblemStatementFilter;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.people.PersonQueries;
import sightings.showcase.sources.SourceQueries;
import sightings.showcase.usage.Profile;
import sightings.showcase.usage.PublicCount;
import sightings.showcase.usage.UsageQueries;
import sightings.showcase.uses.InboxFilter;
import sightings.showcase.uses.SightingDocument;
import sightings.showcase.uses.StoryFilter;
import sightings.showcase.uses.UseQueries;
import sightings.showcase.uses.UseStatus;
import tools.jackson.databind.json.JsonMapper;

/** Tests of the way from Kafka to Elasticsearch and back to the reader, on the real engines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProjectionIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private TestService service;
    private UseQueries uses;

    private Path folder;
    private KafkaEngine kafka;
    private ElasticsearchEngine elasticsearch;
    private int kafkaPort;
    private int elasticsearchPort;

    @BeforeAll
    void start() throws Exception {
        // Engines of its own: they are wiped, stopped and given events that nobody can read.
        folder = Files.createTempDirectory("sightings-projection-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        kafkaPort = Ports.free();
        elasticsearchPort = Ports.free();
        kafka = startKafka();
        elasticsearch = startElasticsearch();
        service = new TestService(
                kafka.bootstrapServers(), elasticsearch.address().toString());
        uses = service.bean(UseQueries.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.bean(Projector.class).liveGeneration() != null);
    }

    @AfterAll
    void end() throws IOException {
        service.close();
        elasticsearch.close();
        kafka.close();
        Folders.delete(folder);
    }

    @Test
    @Order(1)
    void showsAStoryWithinTwoSecondsOfItsDecision() {
        service.send(sighted("busfinder", "aaaa-0001", Grade.USE, 1));
        service.send(sighted("busfinder", "bbbb-0002", Grade.MENTION, 2));
        await().atMost(SOON)
                .until(() -> uses.inbox(InboxFilter.awaitingReview(), 1, 10).total() == 1);

        var sent = System.nanoTime();
        long offset = service.send(published("busfinder", 0));
        await().pollInterval(Duration.ofMillis(20))
                .atMost(SOON)
                .until(() -> uses.stories(StoryFilter.all("en"), 1, 10).total() == 1);
        var took = Duration.ofNanos(System.nanoTime() - sent);

        assertThat(took).isLessThan(Duration.ofSeconds(2));
        var story = uses.byId(use("busfinder")).orElseThrow();
        assertThat(story.offset()).isEqualTo(offset);
        assertThat(story.document().datasets()).hasSize(2);
        assertThat(uses.sightings(story.document(), 20))
                .extracting(SightingDocument::dataset)
                .containsExactly(new DatasetId("aaaa-0001"), new DatasetId("bbbb-0002"));
    }

    @Test
    @Order(2)
    void findsStoriesByWordsInBothLanguages() {
        assertThat(found("finding", "en")).isOne();
        assertThat(found("encontrar", "es")).isOne();
        assertThat(found("rapido", "es")).isOne();
        assertThat(found("busfindr", "en")).isOne();
        assertThat(found("bus", "en")).isOne();
        assertThat(found("nothing of the kind", "en")).isZero();
    }

    @Test
    @Order(3)
    void countsEachFacetWithAllFiltersButItsOwn() {
        var filter = StoryFilter.using(new DatasetId("aaaa-0001"), "en");

        var facets = uses.facets(filter);

        assertThat(facets.datasets()).hasSize(2);
        assertThat(facets.types())
                .singleElement()
                .satisfies(type -> assertThat(type.count()).isOne());
        assertThat(facets.topics()).extracting(topic -> topic.value()).containsExactlyInAnyOrder("transit", "maps");
        assertThat(facets.areas()).extracting(area -> area.value()).containsExactly("Pilsen");
        assertThat(uses.storiesWithPlace(StoryFilter.all("en"))).hasSize(1);
        assertThat(uses.counts().published()).isOne();
        assertThat(uses.mostUsed(5)).hasSize(2);
    }

    @Test
    @Order(4)
    void refusesTheSecondOfTwoDecisionsOnTheSameStateWhateverIsSightedInBetween() {
        service.send(sighted("treemap", "aaaa-0001", Grade.USE, 1));
        service.send(published("treemap", 0));
        service.send(sighted("treemap", "bbbb-0002", Grade.USE, 2));
        long last =
                service.send(new UseRejected(use("treemap"), ITO, 0, NOON.plusSeconds(900), RejectReason.SPAM, "no"));

        await().atMost(SOON)
                .until(() -> uses.byId(use("treemap"))
                        .map(found -> found.offset() >= last)
                        .orElse(false));

        var document = uses.byId(use("treemap")).orElseThrow().document();
        assertThat(document.status()).isEqualTo(UseStatus.PUBLISHED);
        assertThat(document.decisions()).hasSize(2);
        assertThat(document.decisions().getLast().refusal()).contains("look at it again");
        assertThat(document.datasets()).hasSize(2);
    }

    @Test
    @Order(5)
    void namesOrganisationsWithSustainedUseAndNoPersons() {
        await().atMost(SOON).until(() -> uses.counts().published() == 2);

        assertThat(uses.powerUsers()).singleElement().satisfies(user -> {
            assertThat(user.name()).isEqualTo("Civic Example");
            assertThat(user.uses()).hasSize(2);
        });
    }

    @Test
    @Order(6)
    void showsTheOtherTopicsToo() {
        service.send(Samples.described("aaaa-0001", "Bus Stops"));
        service.send(Samples.described("bbbb-0002", "Street Trees"));
        service.send(new PersonDescribed(ITO, "M. Ito", true, NOON));
        service.send(report("github"));
        service.send(Samples.written("e-1", "PS-2026-001", 0));
        service.send(new ProblemStatementPublished(new EntryId("e-1"), ITO, 1, NOON));
        service.send(Samples.written("e-2", "PS-2026-002", 0));
        var statements = service.bean(ProblemStatementQueries.class);
        var datasets = service.bean(DatasetQueries.class);

        await().atMost(SOON)
                .until(() -> statements.open() == 1
                        && statements
                                        .all(ProblemStatementFilter.all("en"), 1, 10)
                                        .total()
                                == 2
                        && datasets.count() == 2);

        assertThat(statements.published("ps-2026-001")).isPresent();
        assertThat(statements.published("PS-2026-002")).isEmpty();
        assertThat(statements
                        .published(
                                new ProblemStatementFilter(
                                        "crossing", "en", List.of(), List.of(), List.of(), List.of()),
                                1,
                                10)
                        .total())
                .isOne();
        assertThat(statements.all(ProblemStatementFilter.all("en"), 1, 10).total())
                .isEqualTo(2);
        assertThat(statements.highestNumber("PS-2026-")).contains("PS-2026-002");
        assertThat(statements.isTaken("PS-2026-002")).isTrue();
        assertThat(statements.topics())
                .extracting(ProblemStatementQueries.Topic::name)
                .containsExactly("safety");
        assertThat(datasets.search("tree", null, 1, 10).items())
                .extracting(found -> found.title())
                .containsExactly("Street Trees");
        assertThat(datasets.search("aaaa-0001", null, 1, 10).total()).isOne();
        assertThat(datasets.categories())
                .singleElement()
                .satisfies(category -> assertThat(category.datasets()).isEqualTo(2));
        await().atMost(SOON)
                .until(() -> !service.bean(SourceQueries.class).all().isEmpty());
        assertThat(service.bean(PersonQueries.class).namesForStaff(List.of(ITO)))
                .containsExactly(Map.entry(ITO, "M. Ito"));
    }

    @Test
    @Order(7)
    void putsHoursIntoTheWeeksOfTheCityAndHidesSmallNumbers() {
        // Monday 3:00 UTC is still Sunday in Chicago.
        var aaaa = new DatasetId("aaaa-0001");
        var bbbb = new DatasetId("bbbb-0002");
        var monday = LocalDate.of(2026, 11, 16);
        service.send(Samples.counted("aaaa-0001", monday, Profile.DOWNLOADS.rules(), 7, 10));
        service.send(Samples.sessions("aaaa-0001", monday, 4, 6));
        service.send(Samples.counted("bbbb-0002", LocalDate.of(2026, 11, 18), Profile.DOWNLOADS.rules(), 2, 50));
        service.send(Samples.counted("aaaa-0001", LocalDate.of(2026, 11, 18), Profile.REPORTED.rules(), -1, 1_000));
        var usage = service.bean(UsageQueries.class);
        await().atMost(SOON)
                .until(() -> usage.mostUsed(Profile.DOWNLOADS, 5).size() == 2
                        && usage.hasAny(Profile.COUNTER_RD)
                        && usage.hasAny(Profile.REPORTED));

        var weeks = usage.series(aaaa, Profile.DOWNLOADS).weeks();
        assertThat(weeks).hasSize(UsageQueries.WEEKS);
        assertThat(weeks.getLast().monday()).isEqualTo(LocalDate.of(2026, 11, 23));
        // Six tools in one hour are six visitors at least; the week ended less than 48 hours ago.
        assertThat(weeks.get(24).total()).isEqualTo(new PublicCount.AtLeast(10));
        // Four people in the hour that is still Sunday: it is not told exactly.
        assertThat(weeks.get(23).total()).isEqualTo(new PublicCount.FewerThan(5));
        assertThat(usage.series(bbbb, Profile.DOWNLOADS).weeks().get(24).total())
                .isEqualTo(new PublicCount.FewerThan(5));
        assertThat(usage.series(aaaa, Profile.REPORTED).total()).isEqualTo(new PublicCount.AtLeast(2_000));
        var all = usage.weekTotals(Profile.DOWNLOADS);
        assertThat(all.get(23).count()).isEqualTo(new PublicCount.FewerThan(5));
        assertThat(all.get(24).count()).isEqualTo(new PublicCount.AtLeast(110));

        assertThat(usage.lastUsed()).containsEntry(aaaa, monday).containsEntry(bbbb, LocalDate.of(2026, 11, 18));
        assertThat(usage.countedSince()).contains(monday);
        assertThat(usage.rising(5)).isEmpty();
        assertThat(usage.compared()).hasValueSatisfying(week -> {
            assertThat(week.monday()).isEqualTo(LocalDate.of(2026, 11, 9));
            assertThat(week.investigating()).isEqualTo(new PublicCount.FewerThan(5));
        });
    }

    @Test
    @Order(8)
    void forgetsWhatThePortalWithdraws() {
        var aaaa = new DatasetId("aaaa-0001");
        var day = LocalDate.of(2026, 11, 18);
        var usage = service.bean(UsageQueries.class);
        assertThat(usage.series(aaaa, Profile.REPORTED).isEmpty()).isFalse();

        service.send(new UsageCounted(
                aaaa, day, Profile.REPORTED.rules(), "-", List.of(), -1, Instant.parse("2026-11-19T00:00:00Z")));

        await().atMost(SOON).until(() -> !usage.hasAny(Profile.REPORTED));
        assertThat(usage.series(aaaa, Profile.REPORTED).isEmpty()).isTrue();
        assertThat(usage.hasAny(Profile.DOWNLOADS)).isTrue();
    }

    @Test
    @Order(8)
    void seesADatasetRise() {
        var rising = "rise-0001";
        for (int week = 2; week < 10; week++) {
            // From Tuesday on, since the small hours of Monday are Sunday in the city.
            for (int day = 1; day < 6; day++) {
                service.send(Samples.counted(
                        rising,
                        LocalDate.of(2026, 11, 16).minusWeeks(week - 1L).plusDays(day),
                        Profile.DOWNLOADS.rules(),
                        300,
                        week < 6 ? 20 : 3));
            }
        }
        var usage = service.bean(UsageQueries.class);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(usage.rising(5)).singleElement().satisfies(rise -> {
                    assertThat(rise.dataset()).isEqualTo(new DatasetId(rising));
                    assertThat(rise.before()).isEqualTo(120);
                    assertThat(rise.now()).isEqualTo(800);
                }));
    }

    @Test
    @Order(8)
    void putsAsideWhatItCannotReadAndGoesOn() {
        service.send(
                new ProducerRecord<>("usage", 0, "nonsense", "{".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        service.send(Samples.described("cccc-0003", "Crashes"));

        await().atMost(SOON)
                .until(() -> service.bean(DatasetQueries.class)
                        .byId(new DatasetId("cccc-0003"))
                        .isPresent());
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(service.get("/actuator/prometheus").body())
                                .contains("sightings_projection_unreadable_total{topic=\"usage\"} 1.0"));
        assertThat(service.bean(ProjectionStatus.class).now().stopped()).isEmpty();
    }

    @Test
    @Order(9)
    void rebuildsBesideTheLiveIndexWhileEventsArrive() throws Exception {
        var before = service.bean(Projector.class).liveGeneration();
        var goOn = new AtomicBoolean(true);
        var missed = new AtomicBoolean();
        var sender = Thread.ofVirtual().start(() -> {
            for (int i = 0; goOn.get() && i < 2_000; i++) {
                service.send(sighted("potholes", "aaaa-0001", Grade.USE, i % 50));
            }
        });
        var reader = Thread.ofVirtual().start(() -> {
            while (goOn.get()) {
                missed.compareAndSet(
                        false, uses.stories(StoryFilter.all("en"), 1, 10).total() != 2);
            }
        });

        assertThat(service.post("/actuator/rebuild").statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !before.equals(service.bean(Projector.class).liveGeneration())
                        && service.bean(ProjectionStatus.class).now().building() == null);
        goOn.set(false);
        sender.join();
        reader.join();

        assertThat(missed).isFalse();
        await().atMost(SOON).until(() -> uses.byId(use("potholes")).isPresent());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.elasticsearch("GET", "/_cat/indices/uses-*?h=index")
                                .body()
                                .lines())
                        .hasSize(1));
    }

    @Test
    @Order(10)
    void givesTheSameBytesAfterElasticsearchWasWiped() {
        long last = service.send(sighted("potholes", "bbbb-0002", Grade.REFERENCE, 77));
        await().atMost(SOON)
                .until(() -> uses.byId(use("potholes")).orElseThrow().offset() >= last);
        var before = everything();
        assertThat(before).hasSizeGreaterThan(50);

        for (var line : service.elasticsearch("GET", "/_cat/indices/*-*?h=index")
                .body()
                .lines()
                .toList()) {
            service.elasticsearch("DELETE", "/" + line.strip());
        }

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(everything()).isEqualTo(before));
    }

    @Test
    @Order(11)
    void goesOnWhereItWasAfterARestart() {
        var generation = service.bean(Projector.class).liveGeneration();
        service.restart();
        uses = service.bean(UseQueries.class);
        service.send(sighted("newcomer", "aaaa-0001", Grade.USE, 1));

        await().atMost(SOON).until(() -> uses.byId(use("newcomer")).isPresent());
        assertThat(service.bean(Projector.class).liveGeneration()).isEqualTo(generation);
    }

    @Test
    @Order(12)
    void waitsForElasticsearchAndLosesNothing() throws Exception {
        elasticsearch.close();
        service.send(sighted("waiting", "aaaa-0001", Grade.USE, 1));
        long last = service.send(published("waiting", 0));
        await().atMost(SOON).untilAsserted(() -> {
            var health = service.get("/actuator/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("Elasticsearch does not answer");
        });
        var api = service.get("/api/v1/stories");
        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(api.headers().firstValue("Content-Type")).contains("application/problem+json");

        elasticsearch = startElasticsearch();

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> uses.byId(use("waiting")).orElseThrow().offset() == last);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200));
    }

    @Test
    @Order(13)
    void isReadWithoutKafkaAndGoesOnWhenItIsBack() throws Exception {
        kafka.close();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(service.get("/actuator/health").body()).contains("Kafka does not answer"));
        assertThat(service.get("/api/v1/stories").statusCode()).isEqualTo(200);

        kafka = startKafka();

        service.send(sighted("afterwards", "aaaa-0001", Grade.USE, 1));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> uses.byId(use("afterwards")).isPresent());
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200));
    }

    @Test
    @Order(14)
    void stopsAtAnUnknownEventInUsesAndSaysSo() {
        var record = new sightings.event.EventCodec().write(sighted("stopped", "aaaa-0001", Grade.USE, 1));
        record.headers().remove("ce_type");
        record.headers().add("ce_type", "sightings.use-praised.v1".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        service.send(record);
        service.send(sighted("stopped", "aaaa-0001", Grade.USE, 2));

        await().atMost(SOON)
                .until(() ->
                        !service.bean(ProjectionStatus.class).now().stopped().isEmpty());

        var stopped = service.bean(ProjectionStatus.class).now().stopped().getFirst();
        assertThat(stopped.projection()).isEqualTo("uses");
        assertThat(stopped.reason()).contains("sightings.use-praised.v1");
        var health = service.get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("stopped at uses-").contains("sightings.use-praised.v1");
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(uses.byId(use("stopped"))).isEmpty();
        // The others go on.
        service.send(Samples.described("dddd-0004", "Bridges"));
        await().atMost(SOON)
                .until(() -> service.bean(DatasetQueries.class)
                        .byId(new DatasetId("dddd-0004"))
                        .isPresent());
    }

    private KafkaEngine startKafka() throws IOException {
        return KafkaEngine.start(folder.resolve("kafka"), kafkaPort);
    }

    private ElasticsearchEngine startElasticsearch() throws IOException, InterruptedException {
        return ElasticsearchEngine.start(ElasticsearchEngine.Settings.small(
                folder.resolveSibling("sightings-test-server-" + System.getProperty("user.name")),
                folder.resolve("elasticsearch"),
                folder.resolve("elasticsearch.log"),
                elasticsearchPort));
    }

    private long found(String words, String language) {
        return uses.stories(new StoryFilter(words, language, List.of(), List.of(), List.of(), List.of()), 1, 10)
                .total();
    }

    private static SourceReported report(String source) {
        return new SourceReported(
                new SourceId(source),
                SourceReported.Kind.GITHUB,
                "GitHub",
                SourceReported.State.OK,
                null,
                NOON,
                Instant.parse("2026-11-03T12:00:00Z"),
                41,
                0,
                -1,
                Map.of("files", 41L),
                NOON);
    }

    /** The source of every document, as the bytes that were written, with its version. */
    private Map<String, String> everything() {
        var all = new TreeMap<String, String>();
        for (var index : Projection.INDICES) {
            service.elasticsearch("POST", "/" + index.name() + "/_refresh");
            var body = service.elasticsearch("GET", "/" + index.name() + "/_search?size=10000&version=true")
                    .body();
            for (var hit : JsonMapper.shared().readTree(body).at("/hits/hits")) {
                all.put(
                        index.name() + "/" + hit.path("_id").asString() + "@"
                                + hit.path("_version").asLong(),
                        hit.path("_source").toString());
            }
        }
        return all;
    }
}
