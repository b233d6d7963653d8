package sightings.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests for {@link SweepState}. */
class SweepStateTests {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    @Test
    void readsBackWhatItWrote() {
        var whole = Slice.whole(Slice.Kind.CODE, List.of("a.example", "b.example"));
        var sweep = new Sweep(
                Slice.Kind.CODE,
                "b.example",
                List.of(whole.between(3, 9).narrowedBy(List.of("NOT extension:py")), whole),
                4,
                2,
                300,
                true,
                Set.of(-5L, 7L, Long.MAX_VALUE),
                12,
                new Tally(9, 1, 2, 3, 4_000, 3_000));
        var state = new SweepState(sweep, NOW, new Tally(1, 0, 0, 0, 5, 5));

        assertThat(SweepState.of(state.toMap(), Slice.Kind.CODE)).isEqualTo(state);
    }

    @Test
    void beginsAnewWhereTheCheckpointCannotBeRead() {
        assertThat(SweepState.of(Map.of("pending", "[{", "page", "x"), Slice.Kind.CODE))
                .isEqualTo(new SweepState(null, null, Tally.NONE));
    }
}
