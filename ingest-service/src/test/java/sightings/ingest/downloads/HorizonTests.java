package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests for {@link Horizon}. */
class HorizonTests {

    private static final Instant BEGINNING = Instant.parse("2026-11-23T18:00:00Z");

    private Instant now = BEGINNING;
    private int asked;
    private final Horizon horizon = new Horizon(() -> {
        asked++;
        return now;
    });

    @Test
    void takesLinesUpToTwoDaysAheadOfTheClock() {
        assertThat(horizon.isBefore(at(BEGINNING.plus(Duration.ofDays(2))))).isFalse();
        assertThat(horizon.isBefore(at(BEGINNING.plus(Duration.ofDays(2)).plusSeconds(1))))
                .isTrue();
    }

    @Test
    void movesOnWithTheClockWhileALongLogIsRead() {
        var later = at(BEGINNING.plus(Duration.ofDays(3)));
        assertThat(horizon.isBefore(later)).isTrue();
        now = BEGINNING.plus(Duration.ofDays(1));
        assertThat(horizon.isBefore(later)).isFalse();
    }

    @Test
    void asksTheClockOnceForALogOfDaysPast() {
        for (int hour = 0; hour < 100; hour++) {
            assertThat(horizon.isBefore(at(BEGINNING.minus(Duration.ofHours(hour)))))
                    .isFalse();
        }
        assertThat(asked).isEqualTo(1);
    }

    private static LogLine at(Instant time) {
        var line = new LogLine();
        line.second = time.getEpochSecond();
        return line;
    }
}
