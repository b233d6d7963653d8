package sightings.showcase.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests for {@link RoughTotal}. */
class RoughTotalTests {

    @ParameterizedTest
    @CsvSource({"17, 10", "99, 90", "109, 100", "1234, 1200", "98765, 98000"})
    void tellsTwoDigitsAndNeverSingleAccesses(long count, long told) {
        assertThat(of(count, 50)).isEqualTo(new PublicCount.AtLeast(told));
    }

    @ParameterizedTest
    @CsvSource({"9, 9, 10", "800, 3, 5"})
    void tellsNothingOfFew(long count, long visitors, int fewerThan) {
        assertThat(of(count, visitors)).isEqualTo(new PublicCount.FewerThan(fewerThan));
    }

    @ParameterizedTest
    @CsvSource({"800, -1"})
    void tellsWhatNobodyKnowsTheVisitorsOf(long count, long visitors) {
        assertThat(of(count, visitors)).isEqualTo(new PublicCount.AtLeast(800));
    }

    private static PublicCount of(long count, long visitors) {
        var total = new RoughTotal(5);
        total.add(count);
        total.addVisitors(visitors);
        return total.told();
    }
}
