package sightings.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;

/** Tests for {@link TellingIds}. */
class TellingIdsTests {

    @ParameterizedTest
    @CsvSource({
        "ijzp-q8t2, ID, ijzp-q8t2",
        "IJZP-Q8T2, ID, ijzp-q8t2",
        "0a1b2c3d-0000-4000-8000-000000000001, RESOURCE, 0a1b2c3d-0000-4000-8000-000000000001",
        "0123456789abcdef0123456789abcdef, RESOURCE, 0123456789abcdef0123456789abcdef",
        "ijzp-q8t2, SLUG, ''",
        "open-data, ID, ''",
        "2010-2019, ID, ''",
        "trees, ID, ''"
    })
    void keepsOnlyWhatHardlyStandsForAnythingElse(String value, Reference.Kind kind, String telling) {
        var dataset = new Dataset(
                new DatasetId("trees"),
                "data.example.gov",
                "Trees",
                null,
                "https://data.example.gov/trees",
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(new Reference(kind, value, LocalDate.of(2020, 1, 1))));

        assertThat(new ArrayList<>(TellingIds.of(List.of(dataset))))
                .isEqualTo(telling.isEmpty() ? List.of() : List.of(telling));
    }
}
