package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests for {@link MaskedLine}, and for {@link Accounting} which keeps one of each reason. */
class MaskedLineTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.17 - - [26/Nov/2026:10:00:00 +0000] \"GET /x HTTP/1.1\" | 9.9.9.9 - - [9/Aa/9:9:9:9 +9] \"A /a A/9.9\"",
                "2001:db8::1 m.ito@example.gov | 9:a9::9 a.a@a.a",
                "token=s3cr3t&q=Ñandú | a=a9a9a&a=?a?",
                "a   b\tc | a a?a"
            })
    void keepsTheShapeAndNothingElse(String line, String shape) {
        assertThat(masked(line)).isEqualTo(shape);
    }

    @Test
    void keepsTheBeginningOfALongLine() {
        assertThat(masked("ab. ".repeat(100_000))).hasSize(121).endsWith("…");
        assertThat(masked("a".repeat(100_000))).isEqualTo("a…");
    }

    @Test
    void noWordAndNoNumberOfALineSurvives() {
        var random = new Random(4);
        for (int turn = 0; turn < 1_000; turn++) {
            var line = new byte[random.nextInt(400)];
            random.nextBytes(line);
            assertThat(MaskedLine.of(line, line.length))
                    .doesNotContainPattern("[a-z]{2}|[A-Z]{2}|[0-9]{2}|[b-zB-Z0-8]");
        }
    }

    @Test
    void accountingKeepsTheFirstOfEachReasonInTheCheckpoint() {
        var accounting = new Accounting();
        for (var line : new String[] {"one 1", "two: 2"}) {
            var bytes = line.getBytes(StandardCharsets.UTF_8);
            accounting.rejected(Parsed.Reason.NOT_THIS_FORMAT, bytes, bytes.length);
        }
        accounting.rejected(Parsed.Reason.BLANK, new byte[0], 0);
        accounting.accepted();

        assertThat(accounting.state())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "read", "4",
                        "accepted", "1",
                        "rejected.not_this_format", "2",
                        "rejected.blank", "1",
                        "sample.not_this_format", "a 9"));
        assertThat(Accounting.of(accounting.state()).state()).isEqualTo(accounting.state());
    }

    private static String masked(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        return MaskedLine.of(bytes, bytes.length);
    }
}
