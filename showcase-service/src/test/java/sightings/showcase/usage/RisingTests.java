package sightings.showcase.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.DatasetId;

/** Tests for {@link Rising}. */
class RisingTests {

    private static final DatasetId TREES = new DatasetId("aaaa-0001");

    @Test
    void comparesFourWeeksThatAreOverWithTheFourBefore() {
        var series = series(List.of(10, 10, 10, 10, 30, 30, 30, 30), 900);

        var rise = Rising.of(TREES, series).orElseThrow();

        assertThat(rise.before()).isEqualTo(40);
        assertThat(rise.now()).isEqualTo(120);
        assertThat(rise.percent()).isEqualTo(200);
    }

    @Test
    void smallNumbersDoNotRise() {
        assertThat(Rising.of(TREES, series(List.of(0, 0, 0, 0, 9, 9, 9, 9), 0))).isEmpty();
    }

    @Test
    void whatGrowsALittleDoesNotRise() {
        assertThat(Rising.of(TREES, series(List.of(1_000, 1_000, 1_000, 1_000, 1_200, 1_200, 1_200, 1_200), 0)))
                .isEmpty();
    }

    @Test
    void aNewDatasetRises() {
        assertThat(Rising.of(TREES, series(List.of(0, 0, 0, 0, 20, 20, 20, 20), 0)))
                .hasValueSatisfying(rise -> assertThat(rise.percent()).isEqualTo(-1));
    }

    @Test
    void nothingRisesBeforeEightWeeksAreOver() {
        assertThat(Rising.of(TREES, series(List.of(0, 20, 20, 20, 90, 90, 90), 90)))
                .isEmpty();
    }

    @Test
    void theSurestIsFirst() {
        var sure = new DatasetRise(new DatasetId("bbbb-0002"), 100, 400, List.of());
        var lessSure = new DatasetRise(TREES, 10, 60, List.of());

        assertThat(Rising.surest(List.of(lessSure, sure), 2)).containsExactly(sure, lessSure);
        assertThat(Rising.surest(List.of(lessSure, sure), 1)).containsExactly(sure);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void chanceRisesInHardlyAnyOfAThousandDatasets(long seed) {
        var random = new Random(seed);
        int risen = 0;
        for (int dataset = 0; dataset < 1_000; dataset++) {
            long before = 0;
            long now = 0;
            for (int access = 0; access < 120; access++) {
                if (random.nextBoolean()) {
                    before++;
                } else {
                    now++;
                }
            }
            risen += Rising.strength(before, now) > 0 ? 1 : 0;
        }
        assertThat(risen).as("seed %d", seed).isLessThanOrEqualTo(5);
    }

    private static UsageSeries series(List<Integer> whole, int present) {
        var weeks = new ArrayList<UsageSeries.Week>();
        var monday = LocalDate.of(2026, 9, 7);
        for (int count : whole) {
            weeks.add(week(monday, count, false));
            monday = monday.plusWeeks(1);
        }
        weeks.add(week(monday, present, true));
        return new UsageSeries(weeks, new PublicCount.Exact(0), List.of());
    }

    private static UsageSeries.Week week(LocalDate monday, int count, boolean open) {
        return new UsageSeries.Week(monday, open, new PublicCount.Exact(count), Map.of(), List.of());
    }
}
