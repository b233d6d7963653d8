package sightings.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import sightings.engines.ElasticsearchEngine;
import sightings.engines.KafkaEngine;
import sightings.engines.Ports;
import sightings.engines.Supervised;
import sightings.event.CatalogueHarvested;
import sightings.event.DatasetDescribed;
import sightings.event.Event;
import sightings.event.EventCodec;
import sightings.event.Topic;
import sightings.event.UsageCounted;
import sightings.ingest.catalogue.CatalogueFile;
import sightings.ingest.commands.Commands;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills ingest at random moments of the import of a million lines, while it reads and while it counts, and compares the
 * counts of both profiles, as topic {@code usage} has them and as the showcase keeps them in Elasticsearch, with those of the
 * command, which reads the same lines at one go, and with what the generator says.
 */
@Tag("faults")
class CountingFaultIntegrationTests {

    private static final String HOST = "data.example-city.gov";
    private static final int LINES = Integer.getInteger("faults.lines", 1_000_000);
    private static final int KILLS = Integer.getInteger("faults.kills", 20);

    /** So many accesses a line gives at least, by the generator's lot. */
    private static final double ACCESSES_OF_A_LINE = 0.48;

    /** Longer than a service takes to start and to read its stores back. */
    private static final Duration QUIET = Duration.ofSeconds(60);

    private static final Path GENERATOR = Path.of(System.getProperty("sightings.data", "../../shared/data"))
            .resolveSibling("bench")
            .resolve("gen_log.py");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    @Test
    void killsAtRandomMomentsOfAnImportChangeNoCount() throws Exception {
        assumeThat(GENERATOR).exists();
        var log = Files.createDirectories(folder.resolve("logs")).resolve("access.log");
        var made = folder.resolve("made");
        assumeThat(generate(made)).as("python3 makes the log").isZero();
        Files.move(made, log);
        var catalogue = made + ".datasets.json";
        var counterRd = counted("counter-rd", catalogue, log);
        assertThat(counterRd)
                .isEqualTo(numbers(JSON.readTree(Path.of(made + ".truth.json")).path("datasets")));
        var downloads = counted("downloads", catalogue, log);

        try (var kafka = KafkaEngine.start(folder.resolve("kafka"), Ports.free());
                var offsets = new Offsets(kafka.bootstrapServers());
                var accesses = new SentAccesses(kafka.bootstrapServers(), offsets);
                var told = new ToldUsage(kafka.bootstrapServers());
                var elasticsearch = elasticsearch();
                var client = HttpClient.newHttpClient()) {
            var ingest = ingest(kafka);
            var process = ingest.start();
            var showcase = showcase(kafka, elasticsearch).start();
            try {
                Town.await("the topics are there", () -> offsets.exists(Topic.USAGE));
                send(kafka, describe(catalogue));
                process = strike(ingest, process, accesses);
                awaitEnd(offsets, accesses);
                assertSame(counterRd, told.sums(UsageCounted.COUNTER_RD));
                assertSame(downloads, told.sums(UsageCounted.DOWNLOADS));
                var shown = new ShownUsage(elasticsearch.address(), client);
                Town.await(
                        "Elasticsearch has all",
                        () -> shown.sums(UsageCounted.DOWNLOADS).equals(downloads));
                assertSame(counterRd, shown.sums(UsageCounted.COUNTER_RD));
            } finally {
                process.close();
                showcase.close();
            }
        }
    }

    private static int generate(Path made) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        "/usr/bin/env", "python3", GENERATOR.toString(), "" + LINES, made.toString(), "20261123")
                .inheritIO()
                .start()
                .waitFor();
    }

    private Supervised strike(Service ingest, Supervised first, SentAccesses accesses) throws IOException {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println("faults: seed " + seed + " (repeat with -Dfaults.seed=" + seed + ")");
        var process = first;
        for (double moment :
                new Random(seed).doubles(KILLS, 0.01, 0.95).sorted().toArray()) {
            Town.await("the import has come to " + moment, () -> progress(accesses) >= moment);
            System.out.printf(
                    "faults: kill -9 ingest with %,d sent and %,d counted%n", accesses.sent(), accesses.counted());
            process.kill();
            process.close();
            process = ingest.start();
        }
        return process;
    }

    /** How much of the reading and of the counting is done, together; the counting lags behind. */
    private static double progress(SentAccesses accesses) {
        double all = LINES * ACCESSES_OF_A_LINE;
        return Math.min(1, accesses.sent() / all) / 2 + Math.min(1, accesses.counted() / all) / 2;
    }

    private ElasticsearchEngine elasticsearch() throws IOException, InterruptedException {
        // Elasticsearch runs as another user when we are root.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return ElasticsearchEngine.start(new ElasticsearchEngine.Settings(
                folder.resolveSibling("sightings-test-server-" + System.getProperty("user.name")),
                folder.resolve("elasticsearch"),
                Town.log("elasticsearch-faults"),
                Ports.free(),
                ElasticsearchEngine.Settings.SMALL_HEAP,
                Map.of()));
    }

    private Service ingest(KafkaEngine kafka) throws IOException {
        return service("ingest", kafka, Map.of(), Map.of());
    }

    private Service showcase(KafkaEngine kafka, ElasticsearchEngine elasticsearch) throws IOException {
        return service(
                "showcase",
                kafka,
                Map.of("spring.elasticsearch.uris", elasticsearch.address().toString()),
                Map.of("SIGHTINGS_DESK_USER", Town.STAFF, "SIGHTINGS_DESK_PASSWORD", Town.PASSWORD));
    }

    private Service service(String name, KafkaEngine kafka, Map<String, String> more, Map<String, String> environment)
            throws IOException {
        var settings = new TreeMap<>(more);
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", "0");
        settings.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
        settings.put("sightings.state", folder.resolve("state-" + name).toString());
        settings.put("city.name", "Springfield");
        settings.put("city.site", "http://127.0.0.1:8080");
        settings.put("city.portals[0].address", "https://" + HOST);
        settings.put("city.portals[0].kind", "socrata");
        // Nobody listens there: only the log is read.
        settings.put("city.portals[0].catalogue", "http://127.0.0.1:9");
        settings.put("city.github.address", "http://127.0.0.1:9");
        settings.put("city.github.web", "http://127.0.0.1:9");
        settings.put("city.logs[0].name", "portal");
        settings.put("city.logs[0].folder", folder.resolve("logs").toString());
        return new Service(
                name,
                new Project(Path.of("..").toAbsolutePath().normalize()).jar(name + "-service"),
                0,
                settings,
                environment,
                folder,
                Town.log(name + "-faults"));
    }

    /** What a harvest would say: the last record closes it, and until then no log is read. */
    private static List<Event> describe(String catalogue) throws IOException {
        var now = Instant.parse("2025-12-01T00:00:00Z");
        var events = new ArrayList<Event>();
        var read = CatalogueFile.read(catalogue, List.of(HOST), LocalDate.parse("2025-12-01"))
                .catalogue();
        read.datasets().forEach(dataset -> events.add(new DatasetDescribed(dataset, now)));
        events.add(new CatalogueHarvested(HOST, read.version(), events.size(), now));
        return events;
    }

    private static void send(KafkaEngine kafka, List<Event> events) {
        var codec = new EventCodec();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", kafka.bootstrapServers(), "max.in.flight.requests.per.connection", "1"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            events.forEach(event -> producer.send(codec.write(event)));
        }
    }

    private static Map<String, String> counted(String profile, String catalogue, Path log) {
        var out = new StringWriter();
        int code = Commands.addTo(new CommandLine(CommandLine.Model.CommandSpec.create()), "count")
                .setOut(new PrintWriter(out))
                .execute("count", "--catalogue", catalogue, "--portal", HOST, "--profile", profile, log.toString());
        assertThat(code).isZero();
        return numbers(JSON.readTree(out.toString()).path("datasets"));
    }

    /** By dataset, the numbers in their order. */
    private static Map<String, String> numbers(JsonNode datasets) {
        var numbers = new TreeMap<String, String>();
        datasets.properties()
                .forEach(dataset -> numbers.put(
                        dataset.getKey(),
                        dataset.getValue()
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()
                                .toString()));
        return numbers;
    }

    /** Waits until nothing is read, counted or told any more, however long that takes. */
    private static void awaitEnd(Offsets offsets, SentAccesses accesses) {
        long last = -1;
        long since = System.nanoTime();
        while (System.nanoTime() - since < QUIET.toNanos()) {
            Town.pause(Duration.ofSeconds(1));
            long now = accesses.sent() + accesses.counted() + offsets.end(Topic.USAGE);
            if (now != last) {
                last = now;
                since = System.nanoTime();
            }
        }
    }

    private static void assertSame(Map<String, String> expected, Map<String, String> counted) {
        assertThat(expected).isNotEmpty();
        var differences = expected.entrySet().stream()
                .filter(each -> !each.getValue().equals(counted.get(each.getKey())))
                .map(each -> each + ", but was " + counted.get(each.getKey()))
                .toList();
        assertThat(differences).as("%,d datasets", expected.size()).isEmpty();
        assertThat(counted).hasSameSizeAs(expected);
        System.out.printf("faults: the counts of %,d datasets are the same%n", expected.size());
    }
}
