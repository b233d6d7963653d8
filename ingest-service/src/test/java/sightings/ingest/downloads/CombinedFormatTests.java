package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.ingest.downloads.Parsed.Reason;

/** Tests for {@link CombinedFormat}. */
class CombinedFormatTests {

    private static final String GOOD =
            "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"GET /d/abcd-1234 HTTP/1.1\" 200 512 \"-\" \"curl/8.5.0\"";

    private final CombinedFormat format = new CombinedFormat();

    @Test
    void readsTheCombinedFormat() {
        var line = line(GOOD);
        assertThat(line.address.text()).isEqualTo("192.0.2.7");
        assertThat(line.time()).isEqualTo(Instant.parse("2026-11-23T17:21:03Z"));
        assertThat(line.method.text()).isEqualTo("GET");
        assertThat(line.target.text()).isEqualTo("/d/abcd-1234");
        assertThat(line.status).isEqualTo(200);
        assertThat(line.agent.text()).isEqualTo("curl/8.5.0");
    }

    @Test
    void readsTheCommonFormat() {
        var line = line("192.0.2.7 - frank [23/Nov/2026:18:21:03 -0600] \"GET /d/abcd-1234 HTTP/1.0\" 304 -");
        assertThat(line.status).isEqualTo(304);
        assertThat(line.agent.text()).isEmpty();
        assertThat(line.time()).isEqualTo(Instant.parse("2026-11-24T00:21:03Z"));
    }

    @Test
    void readsVersionSixAddressesAndUsersWithSpaces() {
        var line = line(GOOD.replace("192.0.2.7 - -", "2001:db8::7 - frank the user"));
        assertThat(line.address.text()).isEqualTo("2001:db8::7");
    }

    @Test
    void readsAbsoluteRequestLines() {
        assertThat(line(GOOD.replace("/d/", "https://data.example.gov/d/"))
                        .target
                        .text())
                .isEqualTo("https://data.example.gov/d/abcd-1234");
    }

    @Test
    void undoesEscapesInQuotes() {
        assertThat(line(GOOD.replace("curl/8.5.0", "a \\\"quoted\\\" \\x41gent"))
                        .agent
                        .text())
                .isEqualTo("a \"quoted\" Agent");
    }

    @Test
    void readsFieldsThatAServerAdds() {
        assertThat(line(GOOD + " \"10.0.0.1, 10.0.0.2\" 0.012").agent.text()).isEqualTo("curl/8.5.0");
    }

    @Test
    void readsSpacesInPaths() {
        assertThat(line(GOOD.replace("/d/abcd-1234", "/a b/c")).target.text()).isEqualTo("/a b/c");
    }

    @Test
    void readsBehindAByteOrderMark() {
        assertThat(line("\uFEFF" + GOOD).address.text()).isEqualTo("192.0.2.7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|BLANK",
                "~   ~|BLANK",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"GET /d|TRUNCATED",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100]|TRUNCATED",
                "192.0.2.7 - - [23/Nov/2026:18:2|TRUNCATED",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"GET / HTTP/1.1\" 20|TRUNCATED",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"\\x16\\x03\" 400 0 \"-\" \"-\"|BAD_REQUEST",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"-\" 408 0 \"-\" \"-\"|BAD_REQUEST",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"\" 400 0 \"-\" \"-\"|BAD_REQUEST",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"GET /\" 400 0 \"-\" \"-\"|BAD_REQUEST",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"get / HTTP/1.1\" 400 0 \"-\" \"-\"|BAD_REQUEST",
                "192.0.2.7 - - [99/Foo/23/Nov/2026:18:21:03 +0100] \"GET / HTTP/1.1\" 200 0 \"-\" \"-\"|BAD_DATE",
                "192.0.2.7 - - [31/Feb/2026:18:21:03 +0100] \"GET / HTTP/1.1\" 200 0 \"-\" \"-\"|BAD_DATE",
                "192.0.2.7 - - [23/Nov/2026:24:21:03 +0100] \"GET / HTTP/1.1\" 200 0 \"-\" \"-\"|BAD_DATE",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +9900] \"GET / HTTP/1.1\" 200 0 \"-\" \"-\"|BAD_DATE",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"GET / HTTP/1.1\" abc 0 \"-\" \"-\"|BAD_STATUS",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"GET / HTTP/1.1\" 999 0 \"-\" \"-\"|BAD_STATUS",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"GET / HTTP/1.1\" 200 1k \"-\" \"-\"|NOT_THIS_FORMAT",
                "192.0.2.7 - - [23/Nov/2026:18:21:03 +0100] \"GET / HTTP/1.1\" 200 1 \"-\" \"cut \" off\"|NOT_THIS_FORMAT",
                "{\"remote\": \"10.0.0.1\"}|NOT_THIS_FORMAT",
                "<html><body>|NOT_THIS_FORMAT"
            })
    void saysWhyALineIsRejected(String text, Reason reason) {
        assertThat(parse(text)).isEqualTo(new Parsed.Rejected(reason));
    }

    @ParameterizedTest
    @ValueSource(longs = {20261123, 1, 2})
    void survivesWhateverBytesItGets(long seed) {
        var random = new Random(seed);
        for (int turn = 0; turn < 20_000; turn++) {
            var bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(6); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(format.parse(bytes, 0, random.nextInt(bytes.length + 1)))
                    .as("seed %d, turn %d", seed, turn)
                    .isNotNull();
        }
    }

    @Test
    void neverShowsWhoItWas() {
        assertThat(line(GOOD).toString()).doesNotContain("192.0.2.7").doesNotContain("curl");
    }

    private LogLine line(String text) {
        var parsed = parse(text);
        assertThat(parsed).isInstanceOf(Parsed.Line.class);
        return ((Parsed.Line) parsed).line();
    }

    private Parsed parse(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return format.parse(bytes, 0, bytes.length);
    }
}
