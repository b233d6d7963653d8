package sightings.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightings.event.AccessesRead;
import sightings.event.DemandSeen;
import sightings.event.PlaceObserved;
import sightings.event.SourceReported;
import sightings.event.Topic;
import sightings.evidence.Observation;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;

/** Tests of the way from a log line to a count, on a real broker. */
class DownloadsIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    private final PortalLog log = new PortalLog(4_000, LocalDate.parse("2026-11-17"), 4, SEED);
    private Path logs;

    @BeforeEach
    void makeFolder() throws IOException {
        logs = Files.createDirectories(folder.resolve("logs"));
    }

    @Test
    void countsALogThroughRotationAndRestartAndKeepsNobodysAddress() throws Exception {
        try (var kafka = OwnKafka.start(folder.resolve("kafka"))) {
            append(log.lines().subList(0, 1_500));
            try (var service = kafka.ingest(folder.resolve("state"), settings())) {
                assertThat(service.isRunning()).isTrue();
                kafka.send(log.catalogue());
                OwnKafka.await(
                        "some accesses",
                        PATIENCE,
                        () -> !kafka.records(Topic.ACCESSES).isEmpty());
                append(log.lines().subList(1_500, 2_500));
            }
            // Nobody watches while the file is put aside.
            append(log.lines().subList(2_500, 3_000));
            Files.move(logs.resolve("access.log"), logs.resolve("access.log.1"));
            append(log.lines().subList(3_000, log.lines().size()));
            try (var service = kafka.ingest(folder.resolve("state"), settings())) {
                assertThat(service.isRunning()).isTrue();
                awaitCounts(kafka);
                assertThat(PortalLog.counted(kafka.events(Topic.USAGE))).isEqualTo(log.expected());
                OwnKafka.await(
                        "the accounting",
                        PATIENCE,
                        () -> accounted(kafka) == log.lines().size());
                assertThat(report(kafka).counters())
                        .containsEntry("read", (long) log.lines().size())
                        .containsEntry("accepted", log.accepted());
                assertThat(kafka.events(Topic.ACCESSES).stream()
                                .map(AccessesRead.class::cast)
                                .mapToInt(read -> read.accesses().size())
                                .sum())
                        .isGreaterThanOrEqualTo((int) log.accepted());
            }
            assertThat(everythingIn(kafka))
                    .doesNotContain("192.0.2.")
                    .doesNotContain("2001:db8")
                    .doesNotContain("Mozilla")
                    .doesNotContain("python-requests/")
                    .doesNotContain("SecretToken12345");
        }
    }

    @Test
    void tellsWhatVisitorsMissAndWhichApplicationsStayOnceEnoughAreBehindThem() throws Exception {
        var days = List.of(17, 17, 18, 18, 19);
        var lines = new ArrayList<String>();
        for (int i = 0; i < days.size(); i++) {
            lines.add(line(i, days.get(i), "/d/zzzz-2345", 404));
            lines.add(line(i, days.get(i), "/browse?q=Zebra+Crossings", 200));
            lines.add(line(i, days.get(i), "/resource/a000-b000.json?$$app_token=AnotherSecret678", 200));
            lines.add(line(1, days.get(i), "/browse?q=what+one+person+types", 200));
        }
        try (var kafka = OwnKafka.start(folder.resolve("kafka"))) {
            append(lines);
            // As if a service that was asked to end still had the files of its counting.
            var counting = Files.createDirectories(folder.resolve("state/streams/sightings-usage"));
            var files =
                    FileChannel.open(counting.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            files.lock();
            try (files;
                    var service = kafka.ingest(folder.resolve("state"), settings())) {
                assertThat(service.isRunning()).isTrue();
                kafka.send(log.catalogue());
                OwnKafka.await("what is missed", PATIENCE, () -> demands(kafka).size() == 2);
                OwnKafka.await(
                        "the application", PATIENCE, () -> applications(kafka).size() == 1);
                assertThat(kafka.events(Topic.USAGE)).isEmpty();
                files.close();
                OwnKafka.await(
                        "the counting begins after all",
                        PATIENCE,
                        () -> !kafka.events(Topic.USAGE).isEmpty());
            }
            assertThat(demands(kafka))
                    .extracting(DemandSeen::kind, DemandSeen::what, DemandSeen::visitorsAtLeast)
                    .containsExactlyInAnyOrder(
                            tuple(DemandSeen.Kind.ADDRESS, "zzzz-2345", 5),
                            tuple(DemandSeen.Kind.SEARCH, "zebra crossings", 5));
            assertThat(applications(kafka).getFirst().links()).containsExactly("https://data.example.gov/d/a000-b000");
            assertThat(everythingIn(kafka))
                    .doesNotContain("AnotherSecret678")
                    .doesNotContain("one person")
                    .doesNotContain("198.51.100.");
        }
    }

    private static String line(int visitor, int day, String target, int status) {
        return "198.51.100.%d - - [%d/Nov/2026:12:00:%02d +0000] \"GET %s HTTP/1.1\" %d 10 \"-\" \"%s\""
                .formatted(
                        visitor,
                        day,
                        visitor,
                        target,
                        status,
                        "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0");
    }

    private static List<DemandSeen> demands(OwnKafka kafka) {
        return kafka.events(Topic.CHECKPOINTS).stream()
                .filter(DemandSeen.class::isInstance)
                .map(DemandSeen.class::cast)
                .toList();
    }

    private static List<Observation> applications(OwnKafka kafka) {
        return kafka.events(Topic.OBSERVATIONS).stream()
                .filter(PlaceObserved.class::isInstance)
                .map(each -> ((PlaceObserved) each).observation())
                .filter(observation -> observation.subject().kind() == Subject.Kind.APPLICATION)
                .toList();
    }

    private Map<String, String> settings() {
        return Map.of("city.logs[0].name", "portal", "city.logs[0].folder", logs.toString());
    }

    private void append(List<String> lines) throws IOException {
        Files.write(logs.resolve("access.log"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void awaitCounts(OwnKafka kafka) {
        var expected = log.expected();
        OwnKafka.await(
                "all counts",
                PATIENCE,
                () -> PortalLog.counted(kafka.events(Topic.USAGE)).equals(expected));
    }

    private static SourceReported report(OwnKafka kafka) {
        return kafka.events(Topic.CHECKPOINTS).stream()
                .filter(each ->
                        each instanceof SourceReported report && report.source().equals(new SourceId("log:portal")))
                .map(SourceReported.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static long accounted(OwnKafka kafka) {
        return report(kafka).items();
    }

    private static String everythingIn(OwnKafka kafka) {
        var text = new StringBuilder();
        for (var topic : Topic.values()) {
            kafka.records(topic).forEach(record -> {
                text.append(record.key()).append(' ');
                record.headers()
                        .forEach(header -> text.append(new String(header.value(), StandardCharsets.ISO_8859_1)));
                if (record.value() != null) {
                    text.append(new String(record.value(), StandardCharsets.ISO_8859_1));
                }
                text.append('\n');
            });
        }
        return text.toString();
    }
}
