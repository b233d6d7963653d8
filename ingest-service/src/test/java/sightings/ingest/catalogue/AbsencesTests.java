package sightings.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.DatasetId;

/** Tests for {@link Absences} and {@link Absence}. */
class AbsencesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final DatasetId TREES = new DatasetId("abcd-2345");

    @Test
    void manyHarvestsOfOneDayMakeNobodyDoubtful() {
        var absences = Absences.of(Map.of());
        for (int harvest = 0; harvest < 50; harvest++) {
            absences = absences.after(List.of(TREES), Set.of(), DAY);
        }

        assertThat(absences.doubtful(DAY, 10)).isEmpty();
        assertThat(absences.doubtful(DAY.plusDays(3), 10)).containsExactly(TREES);
    }

    @Test
    void fewHarvestsOverManyDaysMakeNobodyDoubtful() {
        var absences = absent(3, 30);

        assertThat(absences.doubtful(DAY.plusDays(90), 10)).isEmpty();
    }

    @Test
    void oneHarvestThatShowsItBeginsAnew() {
        var absences = absent(10, 1).after(List.of(TREES), Set.of(TREES), DAY.plusDays(11));

        assertThat(absences.state()).isEmpty();
    }

    @Test
    void pageGoneOnOneDayIsNotEnough() {
        var once = absent(10, 1).answered(TREES, PageState.GONE, DAY.plusDays(10));

        assertThat(once.goneSince(TREES)).isNull();
        assertThat(once.doubtful(DAY.plusDays(10), 10)).isEmpty();
        assertThat(once.answered(TREES, PageState.THERE, DAY.plusDays(11))
                        .answered(TREES, PageState.GONE, DAY.plusDays(18))
                        .goneSince(TREES))
                .isNull();
        assertThat(once.answered(TREES, PageState.GONE, DAY.plusDays(11)).goneSince(TREES))
                .isEqualTo(DAY);
    }

    @Test
    void asksNoMoreThanItMayAndTheLongestAbsentFirst() {
        var absences = Absences.of(Map.of(
                "a", "2026-11-02 4 - 0", "b", "2026-10-02 4 - 0", "c", "2026-10-20 4 - 0", "d", "2026-10-01 2 - 0"));

        assertThat(absences.doubtful(DAY.plusDays(3), 2)).containsExactly(new DatasetId("b"), new DatasetId("c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2026-11-02", "2026-13-02 4 - 0", "2026-11-02 four - 0", "2026-11-02 4 never 0"})
    void stateThatCannotBeReadCountsAnew(String text) {
        assertThat(Absences.of(Map.of("abcd-2345", text, "../x", "2026-11-02 4 - 0"))
                        .state())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void stateIsReadBackAsItWas(long seed) {
        var random = new Random(seed);
        var absences = Absences.of(Map.of());
        for (int day = 0; day < 40; day++) {
            var today = DAY.plusDays(day);
            absences = absences.after(List.of(TREES), random.nextInt(8) == 0 ? Set.of(TREES) : Set.of(), today);
            for (DatasetId id : absences.doubtful(today, 5)) {
                absences = absences.answered(id, PageState.values()[random.nextInt(3)], today);
            }
            assertThat(Absences.of(absences.state()).state())
                    .as("seed %d", seed)
                    .isEqualTo(absences.state());
            assertThat(Absences.of(absences.state()).goneSince(TREES)).isEqualTo(absences.goneSince(TREES));
        }
    }

    private static Absences absent(int harvests, int daysBetween) {
        var absences = Absences.of(Map.of());
        for (int harvest = 0; harvest < harvests; harvest++) {
            absences = absences.after(List.of(TREES), Set.of(), DAY.plusDays((long) harvest * daysBetween));
        }
        return absences;
    }
}
