package sightings.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link IsoText}. */
class IsoTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-11-30T23:59:59Z",
                "2024-02-29T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z",
                "2025-11-30T23:59:59.120Z",
                "2025-11-30T23:59:59.000000001Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void writesTimesAndDaysAsTheGeneralWayDoes(String time) {
        var instant = Instant.parse(time);

        assertThat(new String(new IsoText().of(instant), US_ASCII)).isEqualTo(time);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261127, 1, 2})
    void writesAnyTimeAndDayAsTheGeneralWayDoes(long seed) {
        var random = new SplittableRandom(seed);
        var text = new IsoText();
        for (int i = 0; i < 2_000; i++) {
            var time = Instant.ofEpochSecond(random.nextLong(-100_000_000_000L, 300_000_000_000L));
            var day = LocalDate.ofEpochDay(random.nextLong(-1_000_000, 4_000_000));

            assertThat(new String(text.of(time), US_ASCII)).isEqualTo(time.toString());
            assertThat(new String(text.of(time.plusSeconds(86_399)), US_ASCII))
                    .isEqualTo(time.plusSeconds(86_399).toString());
            assertThat(new String(text.of(day), US_ASCII)).isEqualTo(day.toString());
            assertThat(new String(text.of(day), US_ASCII)).isEqualTo(day.toString());
        }
    }
}
