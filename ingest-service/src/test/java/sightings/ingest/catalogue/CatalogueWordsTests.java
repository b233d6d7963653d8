package sightings.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;

/** Tests for {@link CatalogueWords}. */
class CatalogueWordsTests {

    private final CatalogueWords words = new CatalogueWords(List.of(
            dataset("a", "Street Trees", "Every tree that the city planted, by park.", "canopy"),
            dataset("b", "Public libraries", null, "opening hours"),
            dataset("c", "Bus stops", "Where buses stop", "transit")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trees",
                "tree",
                "street tree",
                "canopy",
                "library",
                "libraries",
                "opening",
                "buses",
                "bus",
                "of",
                "lib"
            })
    void knowsWhatOneDatasetSays(String wanted) {
        assertThat(words.together(List.of(wanted.split(" ")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise", "noise trees", "library trees", "treehouse", "streets of fire"})
    void saysWhatNoDatasetHasTogether(String wanted) {
        assertThat(words.together(List.of(wanted.split(" ")))).isFalse();
    }

    @Test
    void hasNothingWithoutACatalogue() {
        assertThat(new CatalogueWords(List.of()).together(List.of("trees"))).isFalse();
    }

    private static Dataset dataset(
            String id, String title, @org.jspecify.annotations.Nullable String description, String keyword) {
        return new Dataset(
                new DatasetId(id),
                "data.example.gov",
                title,
                description,
                "https://data.example.gov/d/" + id,
                null,
                List.of(keyword),
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
