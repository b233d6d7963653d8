package sightings.showcase.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import sightings.evidence.Grade;

/** Tests for {@link Score}. */
class ScoreTests {

    private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");

    @Test
    void explainsEachPoint() {
        var score = Score.of(
                new Score.Facts(Grade.USE, 3, 2, true, Instant.parse("2026-10-01T00:00:00Z")), NOW);

        assertThat(score.parts())
                .extracting(Score.Part::code)
                .containsExactly(
                        "desk.score.grade-use",
                        "desk.score.datasets",
                        "desk.score.sources",
                        "desk.score.organisation",
                        "desk.score.fresh");
        assertThat(score.points()).isEqualTo(40 + 10 + 10 + 10 + 10);
    }

    @Test
    void neverExceedsAHundred() {
        var score = Score.of(new Score.Facts(Grade.USE, 500, 9, true, NOW), NOW);

        assertThat(score.points()).isEqualTo(100);
    }

    @Test
    void mentionOfOneDatasetIsWorthLittle() {
        assertThat(Score.of(new Score.Facts(Grade.MENTION, 1, 1, false, null), NOW).points()).isEqualTo(10);
    }
}
