package sightings.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sightings.ingest.github.SearchPage.Hit;

/** Tests for {@link Sweep} and {@link Tally}. */
class SweepTests {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final Terms TERMS = Terms.apart(List.of("data.example.gov"));

    private final Sweep first = Sweep.begin(Slice.Kind.CODE).underWay(TERMS).orElseThrow();

    @Test
    void leafsThroughAllPagesOfASlice() {
        var sweep = first.after(page(250, 0, 100), NOW);
        assertThat(sweep.page()).isEqualTo(2);
        sweep = sweep.after(page(250, 100, 200), NOW).after(page(250, 200, 250), NOW);

        assertThat(sweep.underWay(TERMS)).isEmpty();
        assertThat(sweep.tally()).isEqualTo(new Tally(1, 0, 0, 0, 250, 250));
    }

    @Test
    void leafsAgainWhereResultsOverlapAndStopsWhenAllWereSeen() {
        var sweep = first.after(page(150, 0, 100), NOW).after(page(150, 60, 110), NOW);
        assertThat(sweep.pass()).isEqualTo(2);
        assertThat(sweep.page()).isEqualTo(1);
        sweep = sweep.after(page(150, 50, 150), NOW).after(page(150, 0, 50), NOW);

        assertThat(sweep.tally().percent()).isEqualTo(100);
        assertThat(sweep.underWay(TERMS)).isEmpty();
    }

    @Test
    void cutsWhatStaysShortOfItsTotal() {
        var sweep = first;
        for (int i = 0; i < 4; i++) {
            sweep = sweep.after(page(150, 0, 100), NOW);
        }

        assertThat(sweep.pending()).hasSize(2);
        assertThat(sweep.tally()).isEqualTo(Tally.NONE);
    }

    @Test
    void asksAgainWhereGitHubGaveUpAndCountsWhatItGaveUpOnEachTime() {
        var sweep = first;
        for (int i = 0; i < 3; i++) {
            assertThat(sweep.pending()).hasSize(1);
            sweep = sweep.after(new SearchPage(3, true, hits(0, 2), 2), NOW);
        }

        assertThat(sweep.underWay(TERMS)).isEmpty();
        assertThat(sweep.tally().incomplete()).isEqualTo(1);
        assertThat(sweep.tally().percent()).isLessThan(100);
        assertThat(Meter.notes(sweep.tally()).getFirst().text())
                .startsWith("GitHub today: ")
                .endsWith("1 slice given up on by GitHub");
    }

    @Test
    void comesToAnEndWhereGitHubsTotalsCannotBeTrue() {
        var sweep = first;
        int asked = 0;
        for (var next = sweep.underWay(TERMS); next.isPresent(); next = sweep.underWay(TERMS)) {
            sweep = next.get().after(new SearchPage(1_000_000, false, List.of(), 0), NOW);
            asked++;
        }

        assertThat(asked).isLessThan(10_000);
        assertThat(sweep.tally().truncated()).isPositive();
    }

    @Test
    void countsASliceThatIsRefusedAndGoesOn() {
        var sweep = first.afterRefusal();

        assertThat(sweep.underWay(TERMS)).isEmpty();
        assertThat(sweep.tally().percent()).isLessThan(100);
    }

    private static SearchPage page(int total, int from, int to) {
        return new SearchPage(total, false, hits(from, to), to - from);
    }

    private static List<Hit> hits(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> new Hit(number + 1, "a.py", "s" + number, null, false))
                .toList();
    }
}
