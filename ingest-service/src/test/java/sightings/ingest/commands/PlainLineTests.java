package sightings.ingest.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLineTests {

    private static final int CAP = 1 << 20;
    private static final String[] LINES = {
        "{\"where\": \"a\", \"path\": \"b.py\", \"text\": \"x = 1\\n\\\"y\\\" \\u00e9 \\\\ \\/ é 漢 😀\"}",
        "{\"text\":\"\",\"path\":null,\"where\":\"https://example.org\"}",
        "  {\"where\" : \"a\" ,\t\"text\" : \"twenty letters and more of them\"} \r"
    };

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void knowsLinesAsNearlyAllAre(int line) {
        assertThat(is(LINES[line].getBytes(UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"where\":\"\",\"text\":\"\"}",
                "{\"where\":\"\\t\",\"text\":\"\"}",
                "{\"where\":\"a\"}",
                "{\"text\":\"a\"}",
                "{\"where\":\"a\",\"text\":null}",
                "{\"where\":\"a\",\"text\":\"\",\"more\":1}",
                "{\"where\":\"a\",\"text\":\"\",\"text\":\"\"}",
                "{\"where\":\"a\",\"text\":\"\"} {",
                "{\"where\":\"a\",\"text\":\"\\x\"}",
                "{\"where\":\"a\",\"text\":\"\\u12g4\"}",
                "{\"where\":\"a\",\"text\":\"\t\"}",
                "{\"where\":\"a\",\"text\":\"",
                "[]",
                ""
            })
    void leavesOthersToTheParser(String line) {
        assertThat(is(line.getBytes(UTF_8))).isFalse();
    }

    @Test
    void takesNoLineThatAParserRefuses() throws IOException {
        var draw = new Random(20261126);
        int taken = 0;
        for (int round = 0; round < 60_000; round++) {
            var line = LINES[draw.nextInt(LINES.length)].getBytes(UTF_8);
            for (int changes = draw.nextInt(3); changes >= 0; changes--) {
                line[draw.nextInt(line.length)] =
                        draw.nextBoolean() ? (byte) "\"\\{}:,utn0 ".charAt(draw.nextInt(11)) : (byte) draw.nextInt(256);
            }
            if (is(line)) {
                taken++;
                assertThat(parsed(line)).as(new String(line, UTF_8)).isInstanceOf(ObservedLine.Text.class);
            }
        }
        assertThat(taken).isGreaterThan(5_000);
    }

    private static boolean is(byte[] line) {
        var within = new byte[line.length + 6];
        System.arraycopy(line, 0, within, 3, line.length);
        return PlainLine.is(within, 3, 3 + line.length);
    }

    private static ObservedLine parsed(byte[] line) throws IOException {
        return Objects.requireNonNull(
                new ObservedLines(new ByteArrayInputStream(line), CAP, (bytes, from, to) -> true).next());
    }
}
