package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.ingest.downloads.Accounting.Filter;
import sightings.ingest.downloads.Parsed.Reason;

/** Tests for {@link LogScan}: whatever stands in a log, every line of it is accounted for. */
class LogScanTests {

    private static final Path LOGS = Path.of(System.getProperty("sightings.data", "../../shared/data"), "logs");
    private static final String GOOD =
            "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"GET /d/abcd-1234 HTTP/1.1\" 200 512 \"-\" \"curl/8.5.0\"\n";

    private final List<String> tools = new ArrayList<>();
    private final LogScan scan = scan(Exclusions.NONE);

    private LogScan scan(Exclusions exclusions) {
        return new LogScan(
                new RequestReader(FewDatasets.usual(), Set.of("data.example.gov")),
                new AgentClassifier(),
                Set.of("GET"),
                Set.of(200, 304),
                exclusions,
                InstantSource.fixed(Instant.parse("2026-11-23T18:00:00Z")),
                true,
                access -> tools.add(access.agent().tool()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"elastic-examples/apache_logs", "beats/apache-access.log", "beats/nginx-access.log"})
    void accountsForRealLogsToTheLastLine(String name) throws IOException {
        var log = LOGS.resolve(name);
        assumeThat(log).exists();
        var bytes = Files.readAllBytes(log);
        assertThat(read(bytes)).isEmpty();
        assertThat(scan.accounting().read()).isEqualTo(lines(bytes));
        assertThat(scan.bytes()).isEqualTo(bytes.length);
    }

    @Test
    void rejectsOneOfTheTenThousandRealLines() throws IOException {
        var log = LOGS.resolve("elastic-examples/apache_logs");
        assumeThat(log).exists();
        read(Files.readAllBytes(log));
        assertThat(scan.accounting().rejectedLines()).isEqualTo(1);
        assertThat(scan.accounting().rejectedLines(Reason.TRUNCATED)).isEqualTo(1);
    }

    @Test
    void accountsForHostileLines() throws IOException {
        var text = "\uFEFF" + GOOD
                + GOOD.replace("\n", "\r\n")
                + "\r\n"
                + "\0\0\0\n"
                + GOOD.replace("/d/", "/\0")
                + GOOD.replace("curl/8.5.0", "x".repeat(1_000_000))
                + "y".repeat(3_000_000) + "\n"
                + "2001:db8::7" + GOOD.substring(GOOD.indexOf(' '))
                + GOOD.replace("GET /d/abcd-1234 HTTP/1.1", "-")
                + GOOD.replace("/d/", "https://data.example.gov/d/")
                + GOOD.replace("/d/", "https://elsewhere.example.gov/d/")
                + GOOD.strip();
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
        var accounting = scan.accounting();
        assertThat(accounting.read()).isEqualTo(12);
        assertThat(accounting.acceptedLines()).isEqualTo(6);
        assertThat(accounting.filteredLines(Filter.NOT_DATASET)).isEqualTo(2);
        assertThat(accounting.rejectedLines(Reason.BLANK)).isEqualTo(2);
        assertThat(accounting.rejectedLines(Reason.TOO_LONG)).isEqualTo(1);
        assertThat(accounting.rejectedLines(Reason.BAD_REQUEST)).isEqualTo(1);
        assertThat(scan.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(longs = {20261123, 1, 2, 3})
    void accountsForAnyBytes(long seed) throws IOException {
        var random = new Random(seed);
        var text = new ByteArrayOutputStream();
        for (int i = 0; i < 2_000; i++) {
            var line = GOOD.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(5); change > 0; change--) {
                line[random.nextInt(line.length)] = (byte) random.nextInt(256);
            }
            text.write(line);
        }
        read(text.toByteArray());
        assertThat(scan.accounting().read()).as("seed %d", seed).isEqualTo(lines(text.toByteArray()));
    }

    @Test
    void readsSeveralMembersOfGzip() throws IOException {
        assertThat(read(join(gzip(GOOD + GOOD), gzip(GOOD)))).isEmpty();
        assertThat(scan.accounting().acceptedLines()).isEqualTo(3);
    }

    @Test
    void readsSeveralFramesOfZstd() throws IOException {
        assertThat(read(join(zstd(GOOD + GOOD), zstd(GOOD)))).isEmpty();
        assertThat(scan.accounting().acceptedLines()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysWhereAPackedLogIsTornAndCountsWhatIsThere(boolean gzip) throws IOException {
        var text = new StringBuilder();
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            text.append(
                    GOOD.replace("192.0.2.7", "192.0.2." + random.nextInt(255)).replace("512", "" + random.nextInt()));
        }
        var packed = gzip ? gzip(text.toString()) : zstd(text.toString());
        assertThat(read(Arrays.copyOf(packed, packed.length / 2))).contains("ends in the middle");
        assertThat(scan.accounting().acceptedLines()).isBetween(1_000L, 19_000L);
    }

    @Test
    void leavesOutWhoIsNotToBeCounted() throws IOException {
        var some = scan(Exclusions.of(List.of("192.0.2.0/28", "2001:db8::/32"), List.of("OurMonitor")));
        var text = GOOD
                + GOOD.replace("192.0.2.7", "192.0.2.16")
                + GOOD.replace("192.0.2.7", "2001:db8:1::1")
                + GOOD.replace("192.0.2.7", "198.51.100.1").replace("curl/8.5.0", "OurMonitor/1.0");
        read(some, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(some.accounting().filteredLines(Filter.EXCLUDED)).isEqualTo(3);
        assertThat(some.accounting().acceptedLines()).isEqualTo(1);
    }

    @Test
    void rejectsLinesOfDaysToComeAsTheServiceDoes() throws IOException {
        // 19:00 there is 18:00 UTC, two days ahead to the second.
        var text = GOOD.replace("23/Nov/2026:18:21:03", "25/Nov/2026:19:00:00")
                + GOOD.replace("23/Nov/2026:18:21:03", "25/Nov/2026:19:00:01")
                + GOOD.replace("/2026:", "/2031:").replace("GET", "POST");
        read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(scan.accounting().acceptedLines()).isEqualTo(1);
        assertThat(scan.accounting().rejectedLines(Reason.BAD_DATE)).isEqualTo(2);
        assertThat(scan.accounting().read()).isEqualTo(3);
    }

    @Test
    void readsOneByteAtATimeToo() throws IOException {
        var text = (GOOD + GOOD).getBytes(StandardCharsets.UTF_8);
        var slow = new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < text.length ? text[at++] & 0xFF : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int next = length == 0 ? 0 : read();
                if (next < 0) {
                    return -1;
                }
                into[from] = (byte) next;
                return 1;
            }
        };
        read(scan, slow);
        assertThat(scan.accounting().acceptedLines()).isEqualTo(2);
        assertThat(tools).containsExactly("curl", "curl");
    }

    @Test
    void tellsHowManyLinesWereReadSoFar() throws IOException {
        var text = GOOD.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        var told = new ArrayList<Long>();
        try (var blocks =
                LineBlocks.open(new ByteArrayInputStream(text), Formats.AUTO, (_, lines) -> told.add(lines))) {
            scan.read(blocks);
        }
        assertThat(told).hasSizeGreaterThan(3).isSorted().startsWith(0L).endsWith(10_000L);
    }

    private String read(byte[] bytes) throws IOException {
        return read(scan, new ByteArrayInputStream(bytes));
    }

    private static String read(LogScan by, InputStream stored) throws IOException {
        try (var blocks = LineBlocks.open(stored, Formats.AUTO, (_, _) -> {})) {
            by.read(blocks);
            return blocks.trouble().orElse("");
        }
    }

    /** As {@code wc -l} counts, and a last line without end. */
    private static long lines(byte[] bytes) {
        long ends = 0;
        for (byte each : bytes) {
            ends += each == '\n' ? 1 : 0;
        }
        return ends + (bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? 1 : 0);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        return packed(text, bytes, new GZIPOutputStream(bytes));
    }

    private static byte[] zstd(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        return packed(text, bytes, new ZstdOutputStream(bytes));
    }

    private static byte[] packed(String text, ByteArrayOutputStream bytes, OutputStream packing) throws IOException {
        try (packing) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
