package sightings.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.catalogue.Examples.dataset;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sightings.dataset.CatalogueVersion;
import sightings.dataset.DatasetId;

/** Tests for {@link Catalogue}. */
class CatalogueTests {

    private final Catalogue catalogue = Catalogue.of(List.of(
            dataset("data.a.gov", "abcd-2345"),
            dataset(
                    "data.b.gov",
                    "tree-census",
                    Set.of("trees"),
                    Set.of("42f1066a-b19f-42c7-81d5-284f96ed7487"),
                    Set.of("https://files.example.org/Trees.csv?v=2", "https://sql.example.org/api")),
            dataset("data.b.gov", "crime", Set.of(), Set.of(), Set.of("http://sql.example.org/api/"))));

    @Test
    void findsDatasetByAnyOfItsKeysOnItsOwnPortalOnly() {
        assertThat(catalogue.at("data.a.gov", "ABCD-2345")).contains(new DatasetId("abcd-2345"));
        assertThat(catalogue.at("data.b.gov", "abcd-2345")).isEmpty();
        assertThat(catalogue.at("data.b.gov", "trees")).contains(new DatasetId("tree-census"));
        assertThat(catalogue.at("data.b.gov", "42f1066a-b19f-42c7-81d5-284f96ed7487"))
                .contains(new DatasetId("tree-census"));
    }

    @Test
    void knowsThePortalByEachOfItsHosts() {
        assertThat(catalogue.portalAt("WWW.data.a.gov")).contains("data.a.gov");
        assertThat(catalogue.portalAt("notdata.a.gov")).isEmpty();
    }

    @Test
    void findsDatasetByAnAddressThatOnlyItLists() {
        assertThat(catalogue.listing("http://Files.example.org/Trees.csv?v=3#x"))
                .contains(new DatasetId("tree-census"));
        assertThat(catalogue.listing("https://sql.example.org/api")).isEmpty();
    }

    @Test
    void sameContentGivesSameVersionWhateverTheOrder() {
        var one = dataset("data.a.gov", "abcd-2345");
        var two = dataset("data.a.gov", "abcd-2346");

        assertThat(Catalogue.of(List.of(one, two)).version())
                .isEqualTo(Catalogue.of(List.of(two, one)).version())
                .isNotEqualTo(Catalogue.of(List.of(one)).version());
        assertThat(Catalogue.EMPTY.version()).isEqualTo(CatalogueVersion.NONE);
    }
}
