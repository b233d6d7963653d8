package sightings.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import sightings.event.Topic;
import sightings.event.UsageCounted;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;
import sightings.local.backup.Backup;
import sightings.local.backup.Restore;
import sightings.local.world.DeskVisit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole way once, in the order in which a city goes it: log line, repository and post to public page, on the real
 * engines, with both services in their own JVMs, over HTTP as staff and as the public.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeWayIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration VISIBLE = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofSeconds(8);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Town town;
    private static Offsets offsets;
    private static Visitor resident;
    private static DeskVisit staff;

    @BeforeAll
    static void begin() throws Exception {
        town = Town.found(Town.ports());
        offsets = new Offsets(town.kafka());
        town.startShowcase();
        town.startIngest();
        offsets.awaitQuiet(QUIET);
        resident = new Visitor(town.site(), CLIENT);
        town.world().seedDesk(town.site(), Town.STAFF, Town.PASSWORD);
        staff = DeskVisit.signIn(town.site(), Town.STAFF, Town.PASSWORD).orElseThrow();
        for (String service : List.of("ingest", "showcase")) {
            assertThat(Files.readString(Town.log(service)))
                    .as("what the start of %s loads was written down, and fits", service)
                    .doesNotContain("[aot]");
        }
    }

    @AfterAll
    static void end() throws Exception {
        if (offsets != null) {
            offsets.close();
        }
        if (town != null) {
            town.close();
        }
        CLIENT.close();
    }

    @Test
    @Order(1)
    void findsUsesFromAllSourcesAndShowsTheSampleCity() {
        Town.await("seven stories are public", () -> stories().size() == 7);
        Town.await("30 uses await review", () -> uses("DISCOVERED").size() >= 30);

        var discovered = uses("DISCOVERED");
        var ids = discovered.stream().map(use -> use.path("id").asString()).toList();
        var sightings = documents("sightings").values().stream()
                .map(JSON::readTree)
                .filter(sighting -> ids.contains(sighting.path("use").asString()))
                .toList();
        assertThat(sightings)
                .allSatisfy(sighting -> assertThat(sighting.toString()).contains("catalogue", "rule"));
        assertThat(distinct(sightings, "dataset"))
                .as("datasets of discovered uses")
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(distinct(sightings, "sighting.source").stream()
                        .map(source -> source.replaceAll(":.*", ""))
                        .distinct())
                .as("sources of discovered uses")
                .contains("github", "feed", "log");
        assertThat(resident.json("/api/v1/problem-statements?size=100").toString())
                .contains("PS-001", "PS-030");
        var site = UseId.of(new SubjectId("busboard.example")).value();
        Town.await(
                "the live use of a site shows",
                () -> resident.json("/api/v1/stories/" + site + "/calls")
                                .at("/weeks/20/calls/value")
                                .asLong()
                        >= 50);
        assertThat(resident.page("/stories/" + site)).contains("Used in the last full week", "4 datasets");
        Town.await("26 weeks are counted", () -> weeksCounted().size() >= 26);
        for (String path :
                List.of("/", "/stories", "/story-map", "/datasets", "/power-users", "/problem-statements", "/about")) {
            assertThat(resident.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(resident.page("/about")).contains("City of Chicago");
        Town.await("what visitors look for in vain is wanted", () -> wanted().contains("noise measurements"));
        assertThat(wanted()).contains("w7xk-2m4d");
    }

    private static String wanted() {
        try {
            return staff.page("/desk/wanted").parse().text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(2)
    void bringsANewRepositoryToTheDeskAndOncePublishedToItsDatasetsPage() throws IOException {
        var before = ids();
        town.world().publishNewRepository().orElseThrow();
        checkGitHubNow();
        Town.await("the new repository is at the desk", () -> ids().size() > before.size());
        var added = ids();
        added.removeAll(before);
        offsets.awaitQuiet(Duration.ofSeconds(3));
        publishAndSee(added.first(), "A new look at old numbers");
    }

    @Test
    @Order(3)
    void bringsANewPostToTheDeskAndOncePublishedToItsDatasetsPage() throws IOException {
        var address = town.world().publishNewPost().orElseThrow();
        var use = UseId.of(SubjectId.web(java.net.URI.create(address))).value();
        Town.await(
                "the new post is at the desk",
                () -> deskPage(use).select("form[action$=/publish]").size() == 1);
        publishAndSee(use, "A post that reads the city's numbers");
    }

    @Test
    @Order(4)
    void countsALineThatIsAppendedToTheLog() {
        long before = counted("ijzp-q8t2");
        town.world()
                .appendLogLines(IntStream.range(0, 7)
                        .mapToObj(i -> "192.0.2." + (200 + i) + " - - [02/Nov/2026:15:00:0" + i
                                + " +0000] \"GET /resource/ijzp-q8t2.json HTTP/1.1\" 200 99 \"-\" \"curl/8.9.1\"")
                        .toList());
        Town.await("seven more requests are counted", () -> counted("ijzp-q8t2") == before + 7);
    }

    @Test
    @Order(5)
    void tellsTheSecondOfTwoPeopleAndOverwritesNothing() throws IOException {
        var use = uses("DISCOVERED").getFirst().path("id").asString();
        var first = deskPage(use);
        var second = deskPage(use);
        assertThat(reject(first, "OUT_OF_SCOPE").statusCode()).isLessThan(400);
        var told = publish(second, "Somebody else's view");
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(status(use)).isEqualTo("REJECTED");
        assertThat(deskPage(use).text())
                .contains("OUT_OF_SCOPE"
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', ' ')
                        .substring(0, 3));

        var undo = deskPage(use);
        assertThat(staff.send(staff.form(undo, "/undo").orElseThrow(), Map.of()).statusCode())
                .isLessThan(400);
        assertThat(status(use)).isEqualTo("DISCOVERED");
        var decisions = JSON.readTree(documents("uses").get("uses/" + use)).path("decisions");
        // The second decision was refused before it was sent: the record has nothing of it.
        assertThat(decisions.valueStream().map(step -> step.path("action").asString()))
                .containsExactly("REJECTED", "REOPENED");
    }

    @Test
    @Order(6)
    void showsTheSameAfterARestoreIntoEmptyEngines() throws Exception {
        offsets.awaitQuiet(QUIET);
        var before = all();
        var file = town.folder().resolve("backup.gz");
        try (var out = Files.newOutputStream(file)) {
            new Backup(town.kafka(), InstantSource.fixed(Town.MOMENT)).write(out);
        }
        town.stop("ingest");
        town.stop("showcase");
        offsets.close();
        town.wipeElasticsearch();
        town.wipeKafka();
        try (var in = Files.newInputStream(file)) {
            assertThat(new Restore(town.kafka()).read(in)).isPositive();
        }
        offsets = new Offsets(town.kafka());
        town.startShowcase();
        town.startIngest();
        offsets.awaitQuiet(QUIET);
        new Documents(town.elasticsearch(), CLIENT).awaitSame(before);
    }

    @Test
    @Order(7)
    void saysOnTheDeskHowManyEarlierFindsAnAliasMadeCount() throws IOException {
        // Whoever was signed in is not any more: sessions live as long as the service.
        var again = DeskVisit.signIn(town.site(), Town.STAFF, Town.PASSWORD).orElseThrow();
        new FormerId(town, again).isLearntAgain();
    }

    @Test
    @Order(8)
    void keepsTellsAndShowsNothingOfAPerson() throws Exception {
        // What is put there on purpose must be found, or else the search finds nothing at all.
        var onPurpose = "plantedonpurpose";
        var inARecord = "plantedinabrokenrecord";
        sendBroken(inARecord, onPurpose);
        Files.writeString(town.folder().resolve("state-ingest").resolve("on-purpose"), onPurpose);
        put("/on-purpose", "{}");
        put("/on-purpose/_doc/1?refresh=true", "{\"text\":\"" + onPurpose + "\"}");

        long before = downloads(Planted.DATASET, "curl");
        town.world().appendLogLines(Planted.lines());
        Town.await("the last of the planted lines is counted", () -> downloads(Planted.DATASET, "curl") > before);
        Town.await(
                "the site that may be seen is seen",
                () -> documents("uses").values().stream().anyMatch(use -> use.contains("seen-blog.example")));
        offsets.awaitQuiet(Duration.ofSeconds(3));

        var words = new ArrayList<>(Planted.words());
        words.addAll(List.of(onPurpose, inARecord, Planted.DATASET));
        var search = new LeakSearch(town, CLIENT, words)
                .documents()
                .health()
                .publicPages(List.of(
                        "/",
                        "/datasets/" + Planted.DATASET,
                        "/api/v1/stories?size=100",
                        "/no-such-page?email=planted.person@example.org"))
                .deskPages(
                        DeskVisit.signIn(town.site(), Town.STAFF, Town.PASSWORD).orElseThrow());
        town.stop("ingest");
        var found = search.files().topics().found();
        assertThat(found.remove(onPurpose))
                .contains("topic accesses", "topic accesses.dlt", "index on-purpose", "state of ingest");
        assertThat(found.remove(inARecord)).containsExactlyInAnyOrder("topic accesses", "topic accesses.dlt");
        assertThat(found.remove(Planted.DATASET))
                .contains(
                        "topic accesses",
                        "topic usage",
                        "topic sightings-usage-visits-changelog",
                        "state of ingest",
                        "page /datasets/" + Planted.DATASET);
        assertThat(found).as("what was planted and where it came out").isEmpty();
    }

    /** A record that cannot be read, with a word in its data and one in its key and headers. */
    private static void sendBroken(String inTheData, String elsewhere) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", town.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            var record = new ProducerRecord<>(Topic.ACCESSES.topicName(), elsewhere, "{" + inTheData);
            record.headers().add("note", elsewhere.getBytes(StandardCharsets.UTF_8));
            producer.send(record).get();
        }
    }

    private static void put(String path, String document) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(town.elasticsearch().resolve(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(document))
                .build();
        assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isLessThan(300);
    }

    /** As staff do who cannot wait; the town's clock stands still, so that the next search would never be due. */
    private static void checkGitHubNow() throws IOException {
        var page = staff.page("/desk/sources").parse();
        var form = (FormElement)
                page.select("form:has(input[name=source][value=github])").first();
        form.attr("action", "/desk/sources/check");
        assertThat(staff.send(form, Map.of()).statusCode()).isEqualTo(200);
    }

    private static void publishAndSee(String use, String title) throws IOException {
        var answer = publish(deskPage(use), title);
        long accepted = System.nanoTime();
        assertThat(answer.statusCode()).as(() -> answer.statusMessage()).isLessThan(400);
        var dataset = JSON.readTree(documents("uses").get("uses/" + use))
                .path("datasets")
                .get(0);
        var id = dataset.isString() ? dataset.asString() : dataset.path("id").asString();
        Town.await(
                "the story is public",
                () -> resident.page("/api/v1/stories/" + use).contains(title));
        Town.await(
                "the dataset's page shows it",
                () -> resident.page("/datasets/" + id).contains(title));
        assertThat(Duration.ofNanos(System.nanoTime() - accepted)).isLessThan(VISIBLE);
    }

    private static Document deskPage(String use) {
        try {
            return staff.page("/desk/uses/" + use).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static org.jsoup.Connection.Response publish(Document page, String title) throws IOException {
        return staff.send(
                staff.form(page, "/publish").orElseThrow(),
                Map.of(
                        "title_en", title,
                        "title_es", title,
                        "summary_en", "Written in a test.",
                        "summary_es", "Escrito en una prueba.",
                        "type", "APPLICATION"));
    }

    private static org.jsoup.Connection.Response reject(Document page, String reason) throws IOException {
        return staff.send(staff.form(page, "/reject").orElseThrow(), Map.of("reason", reason, "note", "Not ours"));
    }

    private static String status(String use) {
        return JSON.readTree(documents("uses").get("uses/" + use))
                .path("status")
                .asString();
    }

    private static List<JsonNode> stories() {
        return resident.json("/api/v1/stories?size=100")
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<JsonNode> uses(String status) {
        return documents("uses").values().stream()
                .map(JSON::readTree)
                .filter(use -> use.path("status").asString().equals(status))
                .toList();
    }

    private static TreeSet<String> ids() {
        return distinct(uses("DISCOVERED"), "id");
    }

    private static TreeSet<String> distinct(List<JsonNode> documents, String field) {
        var values = new TreeSet<String>();
        documents.forEach(document ->
                values.add(document.at("/" + field.replace('.', '/')).asString()));
        return values;
    }

    private static TreeSet<String> weeksCounted() {
        var weeks = new TreeSet<String>();
        documents("usage").values().forEach(source -> {
            var day =
                    java.time.LocalDate.parse(JSON.readTree(source).path("day").asString());
            weeks.add(day.with(java.time.DayOfWeek.MONDAY).toString());
        });
        return weeks;
    }

    private static long counted(String dataset) {
        return downloads(dataset, "");
    }

    /** How often every tool whose name begins so got it, as every successful download counts. */
    private static long downloads(String dataset, String tool) {
        return documents("usage").values().stream()
                .map(JSON::readTree)
                .filter(usage -> usage.path("dataset").asString().equals(dataset))
                .filter(usage -> usage.path("profile").asString().equals(UsageCounted.DOWNLOADS))
                .flatMap(usage -> usage.path("cells").valueStream())
                .filter(cell -> cell.path("tool").asString().startsWith(tool))
                .mapToLong(cell -> cell.path("count").asLong())
                .sum();
    }

    private static SortedMap<String, String> documents(String index) {
        return new Documents(town.elasticsearch(), CLIENT).in(index);
    }

    private static SortedMap<String, String> all() {
        return new Documents(town.elasticsearch(), CLIENT).all();
    }
}
