package sightings.showcase.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.showcase.datasets.DatasetDocument;

/** Tests for {@link QuietDatasets}. */
class QuietDatasetsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void findsWhatNobodyAskedForInEightWeeksLongestFirst() {
        var quiet = QuietDatasets.of(
                List.of(dataset("used", null), dataset("long", null), dataset("never", null), dataset("gone", TODAY)),
                Map.of(new DatasetId("used"), TODAY.minusWeeks(8), new DatasetId("long"), TODAY.minusDays(57)),
                TODAY);

        assertThat(quiet).extracting(one -> one.dataset().id().value()).containsExactly("never", "long");
        assertThat(quiet.getFirst().last()).isNull();
    }

    @Test
    void saysNothingBeforeEightWeeksWereCounted() {
        assertThat(QuietDatasets.isTooEarly(TODAY.minusWeeks(8).plusDays(1), TODAY))
                .isTrue();
        assertThat(QuietDatasets.isTooEarly(TODAY.minusWeeks(8), TODAY)).isFalse();
    }

    private static DatasetDocument dataset(String id, @Nullable LocalDate gone) {
        var dataset = new Dataset(
                new DatasetId(id),
                "data.example.gov",
                id,
                null,
                "https://data.example.gov/d/" + id,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of());
        return new DatasetDocument(
                dataset.id(), gone == null ? dataset : dataset.goneSince(gone), Instant.parse("2026-11-26T00:00:00Z"));
    }
}
