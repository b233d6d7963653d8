package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.ingest.downloads.Parsed.Reason;

/** Tests for {@link JsonFormat} with what is not quite JSON, and for {@link LooseJson}. */
class JsonFormatTests {

    /** As nginx writes it that was not told {@code escape=json}. */
    private static final String NGINX = """
            {"time":"2026-11-23T18:21:03+01:00","remote_addr":"192.0.2.7","request":"GET /d/abcd-1234?q=\\x22a\\x5Cb\\x22 HTTP/1.1","status":200,"upstream":-,"http_referer":"-","http_user_agent":"stra\\xC3\\x9Fe \\x22walker\\x22\\x09\\x7F"}""";

    private final JsonFormat format = new JsonFormat();

    @Test
    void readsWhatNginxWritesWithoutEscapingAsJson() {
        var line = line(NGINX);
        assertThat(line.target.text()).isEqualTo("/d/abcd-1234?q=\"a\\b\"");
        assertThat(line.agent.text()).isEqualTo("straße \"walker\"\t\u007F");
        assertThat(line.referrer.isEmpty()).isTrue();
        assertThat(line.status).isEqualTo(200);
    }

    @Test
    void undoesTheEscapesOfNginxAndNoOthers() {
        // An escaped backslash before the letters is none of nginx's escapes.
        assertThat(agent("a\\\\x22b\\x21")).isEqualTo("a\\x22b!");
        assertThat(agent("\\u0041\\x41")).isEqualTo("AA");
        assertThat(agent("\\x5Cx22")).isEqualTo("\\x22");
        assertThat(agent("\\xFF\\x41")).isEqualTo("\uFFFDA");
        assertThat(agent("\\x00\\x1f")).isEqualTo("\u0000\u001F");
    }

    private String agent(String written) {
        int value = NGINX.indexOf("stra");
        return line(NGINX.substring(0, value) + written + "\"}").agent.text();
    }

    @Test
    void readsLinesWithBytesThatAreNoText() {
        var bytes = NGINX.replace("stra\\xC3\\x9Fe", "caf\u00E9").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(format.parse(bytes, 0, bytes.length)).isInstanceOf(Parsed.Line.class);
    }

    @Test
    void takesAQueryOnceWhicheverOfItsNamesComesFirst() {
        var parts = "{\"ts\":1795454463,\"status\":200,\"method\":\"GET\",\"args\":\"a=b\",\"request_uri\":\"/d/x%s\"}";
        assertThat(line(parts.formatted("?a=b")).target.text()).isEqualTo("/d/x?a=b");
        assertThat(line(parts.formatted("")).target.text()).isEqualTo("/d/x?a=b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"status\":200,\"agent\":\"\\x22|TRUNCATED",
                "{\"status\":200,\"agent\":\"\\x2|TRUNCATED",
                "{\"status\":200,\"agent\":\"\\x2G\"}|NOT_THIS_FORMAT",
                "{\"status\":200,\"agent\":\"a\" \"b\\x22\"}|NOT_THIS_FORMAT"
            })
    void saysWhyWhatIsNoJsonIsRejected(String text, Reason reason) {
        assertThat(parse(text)).isEqualTo(Parsed.Rejected.of(reason));
    }

    @ParameterizedTest
    @ValueSource(longs = {20261123, 1, 2})
    void survivesWhateverBytesItGets(long seed) {
        var random = new Random(seed);
        for (int turn = 0; turn < 3_000; turn++) {
            var bytes = NGINX.getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(6); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(format.parse(bytes, 0, random.nextInt(bytes.length + 1)))
                    .as("seed %d, turn %d", seed, turn)
                    .isNotNull();
        }
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
