package sightings.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import sightings.event.DatasetDescribed;
import sightings.event.SourceReported;
import sightings.event.Topic;
import sightings.evidence.SourceId;
import sightings.ingest.catalogue.CatalogueFile;

/**
 * Tests of counting on a real broker, by as many instances of the service as a test wants, each with a log folder and a state of its own.
 * An instance that was started stays for the tests that follow; each test has days or datasets of its own.
 */
class CountingIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final LocalDate FIRST = LocalDate.parse("2026-09-01");
    private static final String GENERATED = "generated";
    private static final int LINES = 1_500;
    private static final int DAYS = 3;
    private static final Path GENERATOR = Path.of(System.getProperty("sightings.data", "../../shared/data"))
            .resolveSibling("bench")
            .resolve("gen_log.py");

    @TempDir
    static Path folder;

    private static final List<ConfigurableApplicationContext> INSTANCES = new ArrayList<>();
    private static OwnKafka kafka;
    private static ToldUsage told;

    @BeforeAll
    static void start() throws IOException {
        kafka = OwnKafka.start(folder.resolve("kafka"));
        instances(1);
        kafka.send(new PortalLog(0, FIRST, 1, 0).catalogue());
        told = new ToldUsage(kafka.servers());
    }

    @AfterAll
    static void stop() {
        told.close();
        INSTANCES.forEach(ConfigurableApplicationContext::close);
        kafka.close();
    }

    @ParameterizedTest(name = "{0} instances, {1} files, each {2} times, seed {3}")
    @CsvSource({"1,1,1,1", "1,5,2,2", "2,8,1,3", "3,4,2,4", "3,8,2,5"})
    void givesTheSameCountsForAnyOrderSplitRepetitionAndNumberOfInstances(
            int instances, int files, int times, long seed) throws IOException {
        var random = new Random(seed);
        // The same log each time, some days later: a day that is counted stays so.
        var first = FIRST.plusWeeks(seed);
        var log = new PortalLog(LINES, first, DAYS, 20261123);
        instances(instances);
        for (int time = 0; time < times; time++) {
            var lines = new ArrayList<>(log.lines());
            Collections.shuffle(lines, random);
            for (int file = 0; file < files; file++) {
                Files.write(
                        logs(random.nextInt(instances)).resolve("access-%d-%d-%d.log".formatted(seed, time, file)),
                        lines.subList(lines.size() * file / files, lines.size() * (file + 1) / files));
            }
        }
        awaitCounts(
                log.expected(),
                () -> PortalLog.counted(told.now(
                        each -> !each.day().isBefore(first) && each.day().isBefore(first.plusDays(DAYS)))));
    }

    @Test
    void givesTheGeneratorsTruth() throws IOException, InterruptedException {
        assumeThat(GENERATOR).exists();
        var made = folder.resolve("generated");
        var generator = new ProcessBuilder(
                        "/usr/bin/env", "python3", GENERATOR.toString(), "20000", made.toString(), "20261123")
                .inheritIO()
                .start();
        assumeThat(generator.waitFor()).as("python3 makes the log").isZero();
        var catalogue = CatalogueFile.read(
                made + ".datasets.json", List.of("data.example-city.gov"), LocalDate.parse("2025-12-01"));
        kafka.send(catalogue.catalogue().datasets().stream()
                .map(dataset -> new DatasetDescribed(dataset, Instant.parse("2025-12-01T00:00:00Z")))
                .toList());
        var datasets = catalogue.catalogue().datasets().stream()
                .map(dataset -> dataset.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
        // Nothing says that the service has read it; the lines of a dataset that it does not know would be lost.
        awaitKnown(catalogue.catalogue().datasets().stream()
                .reduce((one, next) -> next)
                .orElseThrow()
                .id()
                .value());
        Files.move(made, folder(GENERATED, 0).resolve("generated.log"));
        var truth = GeneratorsTruth.of(Path.of(made + ".truth.json"));
        awaitCounts(
                truth.datasets(),
                () -> GeneratorsTruth.datasets(
                        told.now(each -> datasets.contains(each.dataset().value()))));
        awaitCounts(truth.counters(), () -> reported(new SourceId("log:" + GENERATED + "-0")));
        assertThat(GeneratorsTruth.classes(kafka.events(Topic.ACCESSES), datasets))
                .isEqualTo(truth.classes());
    }

    private static void awaitKnown(String dataset) {
        var datasets = INSTANCES.getFirst().getBean(sightings.ingest.catalogue.Datasets.class);
        OwnKafka.await(
                "the catalogue is known",
                PATIENCE,
                () -> datasets.withId(dataset).isPresent());
    }

    /** The counters that a source told last. */
    private static Map<String, Long> reported(SourceId source) {
        return kafka.events(Topic.CHECKPOINTS).stream()
                .filter(each ->
                        each instanceof SourceReported report && report.source().equals(source))
                .map(each -> ((SourceReported) each).counters())
                .reduce(Map.of(), (_, later) -> later);
    }

    /** As many as these at least. */
    private static void instances(int wanted) throws IOException {
        while (INSTANCES.size() < wanted) {
            int number = INSTANCES.size();
            INSTANCES.add(kafka.ingest(
                    folder.resolve("state-" + number),
                    Map.of(
                            "city.logs[0].name",
                            "portal-" + number,
                            "city.logs[0].folder",
                            logs(number).toString(),
                            "city.logs[1].name",
                            GENERATED + "-" + number,
                            "city.logs[1].folder",
                            folder(GENERATED, number).toString())));
        }
    }

    private static Path logs(int instance) throws IOException {
        return folder("logs", instance);
    }

    private static Path folder(String name, int instance) throws IOException {
        return Files.createDirectories(folder.resolve(name + "-" + instance));
    }

    private static <N> void awaitCounts(Map<String, N> expected, Supplier<Map<String, N>> counted) {
        assertThat(expected).isNotEmpty();
        try {
            OwnKafka.await("all counts", PATIENCE, () -> counted.get().equals(expected));
        } catch (AssertionError e) {
            var last = counted.get();
            assertThat(without(last, expected)).isEqualTo(without(expected, last));
            throw e;
        }
    }

    /** What the other does not say in the same way. */
    private static <N> Map<String, N> without(Map<String, N> counts, Map<String, N> other) {
        var different = new TreeMap<>(counts);
        different.entrySet().removeAll(other.entrySet());
        return different;
    }
}
