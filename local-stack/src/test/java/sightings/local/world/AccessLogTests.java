package sightings.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for the access log that {@link LogWriter} writes. */
class AccessLogTests {

    private static final Instant END = Instant.parse("2026-11-02T18:00:00Z");

    @TempDir
    private static Path past;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() {
        writer(past).begin(END);
    }

    private static LogWriter writer(Path folder) {
        return new LogWriter(new LogGenerator(SampleCity.load(), END, 1), new AccessLog(folder), WorldSettings.WEEKS);
    }

    @Test
    void sameEndAndSeedGiveTheSameBytes() throws IOException {
        writer(folder).begin(END);

        assertThat(contents(folder)).isEqualTo(contents(past));
    }

    @Test
    void pastIsHalfAYearInWeeklyFiles() throws IOException {
        var files = contents(past);

        assertThat(files).hasSizeBetween(26, 28).containsKey("access.log");
        assertThat(lines(past).size()).isBetween(40_000, 60_000);
    }

    @Test
    void onlyAddressesSetAsideForDocumentationAppear() throws IOException {
        assertThat(lines(past))
                .allMatch(line -> line.startsWith("192.0.2.")
                        || line.startsWith("198.51.100.")
                        || line.startsWith("203.0.113.")
                        || line.startsWith("2001:db8:"));
    }

    @Test
    void interruptedWriterContinuesWhereItStopped() throws IOException {
        var halfway = END.plus(Duration.ofHours(30));
        var later = END.plus(Duration.ofHours(60));
        var steady = folder.resolve("steady");
        var broken = folder.resolve("broken");
        var writer = writer(steady);
        writer.begin(END);
        writer.catchUp(later);

        writer(broken).begin(END);
        writer(broken).begin(halfway);
        writer(broken).begin(later);

        assertThat(contents(broken))
                .isEqualTo(contents(steady))
                .hasSizeGreaterThan(contents(past).size());
    }

    @Test
    void visitsOfAMomentAreAppendedWithItsTime() throws IOException {
        var writer = writer(folder);
        writer.begin(END);

        var lines = writer.visits(END.plusSeconds(5), 3);

        assertThat(lines).isNotEmpty().allMatch(line -> line.contains("[02/Nov/2026:12:00:05 -0600]"));
        assertThat(Files.readString(folder.resolve("access.log"))).endsWith(String.join("\n", lines) + "\n");
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static List<String> lines(Path folder) throws IOException {
        var lines = new ArrayList<String>();
        contents(folder).values().forEach(text -> text.lines().forEach(lines::add));
        return lines;
    }
}
