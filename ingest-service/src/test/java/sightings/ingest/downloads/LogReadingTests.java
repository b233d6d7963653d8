package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.event.AccessesRead;
import sightings.event.SourceReported.State;
import sightings.ingest.publishing.Salts;
import sightings.ingest.watching.MemoryChannel;
import sightings.ingest.watching.RoundReport;

/** Tests for what a {@link LogWatcher} makes of files of all formats, round by round; Kafka is in the integration tests. */
class LogReadingTests {

    private static final Path LOGS = Path.of(System.getProperty("sightings.data", "../../shared/data"), "logs");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T18:00:00Z"));
    private static final String GOOD =
            "192.0.2.7 - - [23/Nov/2026:17:21:03 +0000] \"GET /d/abcd-1234 HTTP/1.1\" 200 512 \"-\" \"curl/8.5.0\"\n";
    private static final String CADDY =
            "{\"ts\":1795454463.52,\"request\":{\"client_ip\":\"192.0.2.7\",\"method\":\"GET\",\"uri\":\"/d/abcd-1234\","
                    + "\"headers\":{\"User-Agent\":[\"curl/8.5.0\"],\"Accept\":[\"" + "text/csv;q=0.9,".repeat(90)
                    + "\"]}},\"status\":200}\n";
    private static final String CLOUDFRONT = "#Version: 1.0\n#Fields: date time c-ip cs-method cs-uri-stem sc-status "
            + "x-edge-and-other-columns ".repeat(50) + "cs(User-Agent)\n";
    private static final String CLOUDFRONT_LINE =
            "2026-11-23 17:21:03 192.0.2.7 GET /d/abcd-1234 200 " + "- ".repeat(50) + "curl/8.5.0\n";

    @TempDir
    Path folder;

    private final MemoryChannel channel = new MemoryChannel();
    private LogWatcher watcher;

    @BeforeEach
    void start() {
        watcher = watcher();
    }

    @Test
    void findsAFormatWhoseFirstLineIsLong() throws IOException, InterruptedException {
        append("caddy.log", CADDY);
        append("cloudfront.log", CLOUDFRONT);
        append("vhost.log", "data.example.gov " + GOOD.replace("/d/abcd-1234", "/d/abcd-1234?" + "x".repeat(3_000)));
        look();
        append("caddy.log", CADDY);
        append("cloudfront.log", CLOUDFRONT_LINE.repeat(3));
        watcher = watcher();
        assertThat(look().counters()).containsEntry("accepted", 6L).containsEntry("filtered.directive", 2L);
        assertThat(look().failures()).isZero();
    }

    @Test
    void findsAFormatBehindALineWithoutEnd() throws IOException, InterruptedException {
        append("access.log", "z".repeat(1_200_000) + "\n" + CADDY.repeat(2));
        assertThat(look().counters()).containsEntry("accepted", 2L).containsEntry("rejected.too_long", 1L);
    }

    @Test
    void goesOnWithTheColumnsThatWereNamedInTheMiddleOfAFile() throws IOException, InterruptedException {
        append("iis.log", "#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)\n");
        append("iis.log", "2026-11-23 17:21:03 192.0.2.7 GET /d/abcd-1234 200 curl/8.5.0\n");
        append("iis.log", "#Fields: date time cs-method cs-uri-stem x-a-secret cs(User-Agent) c-ip sc-status\n");
        look();
        append("iis.log", "2026-11-23 17:21:04 GET /d/abcd-1234 - curl/8.5.0 192.0.2.7 200\n");
        look();
        watcher = watcher();
        append("iis.log", "2026-11-23 17:21:05 GET /d/abcd-1234 - curl/8.5.0 192.0.2.7 304\n");
        assertThat(look().counters()).containsEntry("accepted", 3L).containsEntry("filtered.directive", 2L);
        assertThat(accesses()).isEqualTo(3);
        assertThat(channel.all().toString()).doesNotContain("x-a-secret");
    }

    @Test
    void leavesUnreadWhatNobodyUnderstandsAndSaysSo() throws IOException, InterruptedException {
        append("error.log", "2026/11/23 17:21:03 [error] 7#7: something went wrong\n");
        append("access.log", GOOD);
        for (int round = 0; round < 3; round++) {
            var report = look();
            assertThat(report.state()).isEqualTo(State.NEEDS_SETTING);
            assertThat(report.message()).contains("error.log").doesNotContain("access.log");
            assertThat(report.items()).isEqualTo(1);
        }
        append("error.log", GOOD);
        var report = look();
        assertThat(report.state()).isEqualTo(State.OK);
        assertThat(report.counters()).containsEntry("accepted", 2L).containsEntry("rejected.not_this_format", 1L);
    }

    @Test
    void readsEmptyAndBlankFilesAndThoseOfHeadersAlone() throws IOException, InterruptedException {
        append("empty.log", "");
        append("blank.log", "\n\n");
        append("iis.log", "#Fields: date time c-ip cs-method cs-uri-stem sc-status\n");
        var report = look();
        assertThat(report.state()).isEqualTo(State.OK);
        assertThat(report.counters()).containsEntry("rejected.blank", 2L).containsEntry("filtered.directive", 1L);
    }

    @Test
    void accountsForHostileLinesAsTheCommandDoes() throws IOException, InterruptedException {
        readsTheSameAsTheCommand(("\uFEFF" + GOOD
                        + GOOD.replace("\n", "\r\n")
                        + "\r\n\0\0\0\n"
                        + GOOD.replace("/d/", "/\0")
                        + GOOD.replace("curl/8.5.0", "x".repeat(1_000_000))
                        + "y".repeat(3_000_000) + "\n"
                        + GOOD.replace("GET /d/abcd-1234 HTTP/1.1", "-")
                        + GOOD.replace("/2026:", "/2031:")
                        + GOOD.strip())
                .getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"elastic-examples/apache_logs", "beats/apache-access.log", "beats/nginx-access.log"})
    void accountsForRealLinesAsTheCommandDoes(String name) throws IOException, InterruptedException {
        var log = LOGS.resolve(name);
        assumeThat(log).exists();
        readsTheSameAsTheCommand(Files.readAllBytes(log));
    }

    /** The service in two rounds, of which the first ends in the midst of a line. */
    private void readsTheSameAsTheCommand(byte[] text) throws IOException, InterruptedException {
        var file = folder.resolve("access.log");
        Files.write(file, Arrays.copyOf(text, text.length / 2));
        look();
        Files.write(file, text);
        Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().minus(Duration.ofHours(2))));
        var scan = new LogScan(
                new RequestReader(FewDatasets.usual(), Set.of(LineReaders.HOST)),
                new AgentClassifier(),
                Set.of("GET"),
                Set.of(200, 304),
                Exclusions.NONE,
                CLOCK,
                false,
                _ -> {});
        try (var blocks = LineBlocks.open(new ByteArrayInputStream(text), Formats.AUTO, (_, _) -> {})) {
            scan.read(blocks);
        }
        var counts = new HashMap<>(look().counters());
        counts.remove("files");
        assertThat(counts).isEqualTo(scan.accounting().counts());
        assertThat(counts.get("read")).isPositive();
    }

    private long accesses() {
        return channel.take().stream()
                .filter(AccessesRead.class::isInstance)
                .mapToLong(event -> ((AccessesRead) event).accesses().size())
                .sum();
    }

    private RoundReport look() throws IOException, InterruptedException {
        var report = watcher.look(channel, channel);
        channel.drop();
        return report;
    }

    private void append(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant()));
    }

    private LogWatcher watcher() {
        var datasets = FewDatasets.usual();
        var salts = Salts.ofOpenDays(CLOCK);
        var source = LogWatcher.source("portal");
        var secret = InstallationSecret.of(LineReaders.SECRET);
        return new LogWatcher(
                "portal",
                new LogFolder(folder, CLOCK),
                LineReaders.of(datasets, salts, CLOCK),
                datasets,
                salts,
                new SiteObserver(source, dataset -> "https://data.example.gov/d/" + dataset, CLOCK, secret),
                new DemandTeller(source, CLOCK),
                Optional::empty,
                CLOCK);
    }
}
