package sightings.ingest.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.catalogue.Examples.dataset;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.event.DatasetDescribed;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.CatalogueView;
import sightings.ingest.catalogue.Datasets;

/** Tests for {@link CatalogueDatasets}, beside the service's {@link CatalogueView}. */
class CatalogueDatasetsTests {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    /** The Code: a dataset in several databases MUST be attributed to one of them, by a consistent method. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123, 1, 2, 3})
    void attributesWhatSeveralPortalsHaveToOneAndTheSameInBothReaders(long seed) {
        var datasets = new ArrayList<>(List.of(
                inPortal("data.example.gov", "b-trees", "street-trees"),
                inPortal("maps.example.gov", "a-trees", "street-trees"),
                inPortal("open.example.gov", "c-trees", "street-trees"),
                inPortal("open.example.gov", "street-lights", "lights"),
                inPortal("maps.example.gov", "a-lights", "street-lights")));
        Collections.shuffle(datasets, new Random(seed));
        var view = new CatalogueView(List.of("data.example.gov"), CLOCK);
        datasets.forEach(each -> view.apply(new DatasetDescribed(each, CLOCK.instant())));

        for (var reader : List.<Datasets>of(new CatalogueDatasets(Catalogue.of(datasets)), view)) {
            assertThat(first(reader, "street-trees")).as("seed %d", seed).isEqualTo(new DatasetId("a-trees"));
            assertThat(first(reader, "street-lights"))
                    .as("somebody's id is nobody's name, seed %d", seed)
                    .isEqualTo(new DatasetId("street-lights"));
        }
    }

    /** As requests are read. */
    private static DatasetId first(Datasets datasets, String name) {
        return datasets.withId(name).or(() -> datasets.withSlug(name)).orElseThrow();
    }

    private static Dataset inPortal(String portal, String id, String slug) {
        return dataset(portal, id, Set.of(slug), Set.of(), Set.of());
    }
}
