package sightings.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.ingest.web.Addresses;

/** Tests for {@link AddressForms}: every shape that the platforms are known to have. */
class AddressFormsTests {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            https://data.example.gov/d/igwz-8jzy SOCRATA_PERMALINK igwz-8jzy
            https://data.example.gov/d/igwz-8jzy/about_data SOCRATA_PERMALINK igwz-8jzy
            https://data.example.gov/es/d/IGWZ-8JZY SOCRATA_PERMALINK igwz-8jzy
            https://data.example.gov/Public-Safety/Crashes/h9gi-nx95 SOCRATA_PAGE h9gi-nx95
            https://data.example.gov/Public-Safety/Crashes/h9gi-nx95/about_data SOCRATA_PAGE h9gi-nx95
            https://data.example.gov/Public-Safety/Crashes/h9gi-nx95/data SOCRATA_PAGE h9gi-nx95
            https://data.example.gov/dataset/Earthquake-Reports/4334-bgaj/data SOCRATA_PAGE 4334-bgaj
            https://data.example.gov/dataset/4334-bgaj SOCRATA_PAGE 4334-bgaj
            https://data.example.gov/resource/kn9c-c2s2.json?$where=hardship_index>20 SOCRATA_RESOURCE kn9c-c2s2
            https://data.example.gov/resource/kn9c-c2s2.geojson SOCRATA_RESOURCE kn9c-c2s2
            https://data.example.gov/resource/kn9c-c2s2/7.json SOCRATA_RESOURCE kn9c-c2s2
            https://data.example.gov/resource/kn9c-c2s2 SOCRATA_RESOURCE kn9c-c2s2
            https://data.example.gov/api/views/755u-8jsi SOCRATA_VIEWS 755u-8jsi
            https://data.example.gov/api/views/755u-8jsi.json SOCRATA_VIEWS 755u-8jsi
            https://data.example.gov/api/views/755u-8jsi/rows.csv?accessType=DOWNLOAD&bom=true SOCRATA_ROWS 755u-8jsi
            https://data.example.gov/api/v3/views/ijzp-q8t2/query.json SOCRATA_QUERY ijzp-q8t2
            https://data.example.gov/api/v3/views/gpe5-46if/export.csv SOCRATA_EXPORT gpe5-46if
            https://data.example.gov/api/geospatial/fen6-iygi?method=export&format=Shapefile SOCRATA_GEOSPATIAL fen6-iygi
            https://data.example.gov/download/w2v3-isjw/application/zip SOCRATA_DOWNLOAD w2v3-isjw
            https://data.example.gov/download/w2v3-isjw/application%2Fzip SOCRATA_DOWNLOAD w2v3-isjw
            https://data.example.gov/download/w2v3-isjw/application%2Fxml SOCRATA_DOWNLOAD w2v3-isjw
            https://data.example.gov/api/odata/v4/rqzj-sfat SOCRATA_ODATA rqzj-sfat
            https://data.example.gov/OData.svc/rqzj-sfat SOCRATA_ODATA rqzj-sfat
            https://data.example.gov/api/catalog/v1?ids=rqzj-sfat SOCRATA_CATALOGUE rqzj-sfat
            https://data.example.gov/api/id/rqzj-sfat.json SOCRATA_VIEWS rqzj-sfat
            https://data.example.gov/w/rqzj-sfat/embed SOCRATA_EMBED rqzj-sfat
            https://data.example.gov/stories/s/rqzj-sfat SOCRATA_STORY rqzj-sfat
            https://data.example.gov/stories/s/A-Title/rqzj-sfat SOCRATA_STORY rqzj-sfat
            https://data.example.gov/api/views/rqzj-sfat/files/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed SOCRATA_FILE rqzj-sfat
            https://dev.socrata.com/foundry/data.example.gov/h9gi-nx95 SOCRATA_PAGE h9gi-nx95
            https://data.example.gov/#/3qf7-xrf4 SOCRATA_PAGE 3qf7-xrf4
            https://data.example.gov/dataset/air-quality CKAN_DATASET air-quality
            https://data.example.gov/en/dataset/air-quality CKAN_DATASET air-quality
            https://data.example.gov/ckan/dataset/air-quality/ CKAN_DATASET air-quality
            https://data.example.gov/datasets/air-quality/ CKAN_DATASET air-quality
            https://data.example.gov/dataset/t/resource/42f1066a-b19f-42c7-81d5-284f96ed7487 CKAN_RESOURCE 42f1066a-b19f-42c7-81d5-284f96ed7487
            https://data.example.gov/dataset/resource/42f1066a-b19f-42c7-81d5-284f96ed7487 CKAN_RESOURCE 42f1066a-b19f-42c7-81d5-284f96ed7487
            https://data.example.gov/dataset/t/resource/42f1066a-b19f-42c7-81d5-284f96ed7487/view/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed CKAN_RESOURCE 42f1066a-b19f-42c7-81d5-284f96ed7487
            https://data.example.gov/dataset/t/resource/42f1066a-b19f-42c7-81d5-284f96ed7487/download/GTFS.zip CKAN_DOWNLOAD 42f1066a-b19f-42c7-81d5-284f96ed7487
            https://data.example.gov/datastore/dump/a5b71bfa-840c-4c86-8f43-07a9ae854227?format=csv&bom=True CKAN_DUMP a5b71bfa-840c-4c86-8f43-07a9ae854227
            https://data.example.gov/ckan/datastore/dump/a5b71bfa-840c-4c86-8f43-07a9ae854227 CKAN_DUMP a5b71bfa-840c-4c86-8f43-07a9ae854227
            https://data.example.gov/ckan/api/3/action/package_show?id=capag-municipios CKAN_ACTION capag-municipios
            https://data.example.gov/api/action/resource_show?id=a7296d1a-f8c9-4b70-96c2-6ebb4352f8e3 CKAN_ACTION a7296d1a-f8c9-4b70-96c2-6ebb4352f8e3
            https://data.example.gov/api/3/action/datastore_search?limit=5&resource_id=a7296d1a-f8c9-4b70-96c2-6ebb4352f8e3 CKAN_ACTION a7296d1a-f8c9-4b70-96c2-6ebb4352f8e3
            https://data.example.gov/api/action/datastore_search?resource_id=d_07c63be0f37e6e59c07a4ddc2fd87fcb CKAN_ACTION d_07c63be0f37e6e59c07a4ddc2fd87fcb
            https://data.example.gov/api/3/action/datastore_search_sql?sql=SELECT%20*%20from%20%22a7296d1a-f8c9-4b70-96c2-6ebb4352f8e3%22 CKAN_ACTION a7296d1a-f8c9-4b70-96c2-6ebb4352f8e3
            """)
    void readsFormAndKey(String address, AddressForm form, String key) {
        assertThat(read(address)).first().isEqualTo(new NamedKey(form, key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://data.example.gov/",
                "https://data.example.gov/browse?category=Buildings",
                "https://data.example.gov/account/login",
                "https://data.example.gov/d/igwz-8jzyx",
                "https://data.example.gov/d/igwz-8jz",
                "https://data.example.gov/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
                "https://data.example.gov/api/v3/action/package_list"
            })
    void findsNoKeyWhereThereIsNone(String address) {
        assertThat(read(address)).isEmpty();
    }

    @Test
    void namesDatasetBesideItsResource() {
        assertThat(read("https://data.example.gov/dataset/trees/resource/42f1066a-b19f-42c7-81d5-284f96ed7487"))
                .extracting(NamedKey::key)
                .containsExactly("42f1066a-b19f-42c7-81d5-284f96ed7487", "trees");
    }

    private static java.util.List<NamedKey> read(String address) {
        URI uri = Addresses.parse(address);
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        var fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
        return AddressForms.read(uri.getRawPath() + fragment, query);
    }
}
