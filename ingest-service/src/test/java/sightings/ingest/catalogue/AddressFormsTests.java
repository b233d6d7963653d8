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
            https://data.example.gov/datasets/air-quality/ UDATA_PAGE air-quality
            https://data.example.gov/dataset/t/resource/42f1066a-b19f-42c7-81d5-284f96ed7487 CKAN_RESOURCE 42f1066a-b19f-42c7-81d5-284f96ed7487
            https://data.example.gov/dataset/resource/42f1066a-b19f-42c7-81d5-284f96ed7487 CKAN_RESOURCE 42f1066a-b19f-42c7-81d5-284f96ed7487
            https://data.example.gov/dataset/t/resource/42f1066a-b19f-42c7-81d5-284f96ed7487/view/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed CKAN_RESOURCE 42f1066a-b19f-42c7-81d5-284f96ed7487
            https://data.example.gov/dataset/t/resource/42f1066a-b19f-42c7-81d5-284f96ed7487/download/GTFS.zip CKAN_DOWNLOAD 42f1066a-b19f-42c7-81d5-284f96ed7487
            https://data.example.gov/dataset/trees/download/trees.csv CKAN_DOWNLOAD trees
            https://data.example.gov/download/trees/80647ce7-14f3-4e31-b1cd-d5f7ea3553be/trees.csv CKAN_DOWNLOAD 80647ce7-14f3-4e31-b1cd-d5f7ea3553be
            https://data.example.gov/api/datasets/1.0/les-arbres/ ODS_API les-arbres
            https://data.example.gov/api/odata/les-arbres ODS_API les-arbres
            https://data.example.gov/api/wfs?service=WFS&typename=ods%3Ales-arbres ODS_API les-arbres
            https://data.example.gov/explore/dataset/les-arbres/files/a1b2/download/ ODS_DOWNLOAD les-arbres
            https://data.example.gov/package/air-quality CKAN_DATASET air-quality
            https://data.example.gov/api/rest/dataset/air-quality CKAN_ACTION air-quality
            https://data.example.gov/api/2/rest/package/air-quality CKAN_ACTION air-quality
            https://data.example.gov/api/foundry/v1/4334-bgaj SOCRATA_VIEWS 4334-bgaj
            https://data.example.gov/api/views/metadata/v1/4334-bgaj SOCRATA_VIEWS 4334-bgaj
            https://data.example.gov/api/v2/opendatasoft/datasets/les-arbres/records ODS_API les-arbres
            https://data.example.gov/datastore/dump/a5b71bfa-840c-4c86-8f43-07a9ae854227?format=csv&bom=True CKAN_DUMP a5b71bfa-840c-4c86-8f43-07a9ae854227
            https://data.example.gov/ckan/datastore/dump/a5b71bfa-840c-4c86-8f43-07a9ae854227 CKAN_DUMP a5b71bfa-840c-4c86-8f43-07a9ae854227
            https://data.example.gov/ckan/api/3/action/package_show?id=capag-municipios CKAN_ACTION capag-municipios
            https://data.example.gov/api/action/resource_show?id=a7296d1a-f8c9-4b70-96c2-6ebb4352f8e3 CKAN_ACTION a7296d1a-f8c9-4b70-96c2-6ebb4352f8e3
            https://data.example.gov/api/3/action/datastore_search?limit=5&resource_id=a7296d1a-f8c9-4b70-96c2-6ebb4352f8e3 CKAN_ACTION a7296d1a-f8c9-4b70-96c2-6ebb4352f8e3
            https://data.example.gov/api/action/datastore_search?resource_id=d_07c63be0f37e6e59c07a4ddc2fd87fcb CKAN_ACTION d_07c63be0f37e6e59c07a4ddc2fd87fcb
            https://data.example.gov/api/3/action/datastore_search_sql?sql=SELECT%20*%20from%20%22a7296d1a-f8c9-4b70-96c2-6ebb4352f8e3%22 CKAN_ACTION a7296d1a-f8c9-4b70-96c2-6ebb4352f8e3
            https://opendata.arcgis.com/datasets/dd4580c810204019a7b8eb3e0b329dd6_0.csv ARCGIS_FILE dd4580c810204019a7b8eb3e0b329dd6_0
            https://opendata.arcgis.com/datasets/dd4580c810204019a7b8eb3e0b329dd6_0.geojson ARCGIS_FILE dd4580c810204019a7b8eb3e0b329dd6_0
            https://opendata.arcgis.com/datasets/dd4580c810204019a7b8eb3e0b329dd6_0.zip?outSR=%7B%7D ARCGIS_FILE dd4580c810204019a7b8eb3e0b329dd6_0
            https://city.opendata.arcgis.com/datasets/dd4580c810204019a7b8eb3e0b329dd6_0 ARCGIS_PAGE dd4580c810204019a7b8eb3e0b329dd6_0
            https://city.opendata.arcgis.com/datasets/dd4580c810204019a7b8eb3e0b329dd6 ARCGIS_PAGE dd4580c810204019a7b8eb3e0b329dd6
            https://city.opendata.arcgis.com/datasets/cchnl::hospitals-and-clinics/about ARCGIS_PAGE cchnl::hospitals-and-clinics
            https://city.opendata.arcgis.com/datasets/cchnl::hospitals-and-clinics/explore?location=1 ARCGIS_PAGE cchnl::hospitals-and-clinics
            https://city.hub.arcgis.com/maps/dd4580c810204019a7b8eb3e0b329dd6/explore ARCGIS_PAGE dd4580c810204019a7b8eb3e0b329dd6
            https://hub.arcgis.com/datasets/dd4580c810204019a7b8eb3e0b329dd6_8 ARCGIS_PAGE dd4580c810204019a7b8eb3e0b329dd6_8
            https://city.hub.arcgis.com/datasets/dd4580c810204019a7b8eb3e0b329dd6_8/geoservice ARCGIS_PAGE dd4580c810204019a7b8eb3e0b329dd6_8
            https://opendata.arcgis.com/api/v3/datasets/dd4580c810204019a7b8eb3e0b329dd6_0/downloads/data?format=csv&spatialRefId=4326 ARCGIS_DOWNLOAD dd4580c810204019a7b8eb3e0b329dd6_0
            https://hub.arcgis.com/api/v3/datasets/dd4580c810204019a7b8eb3e0b329dd6_0 ARCGIS_API dd4580c810204019a7b8eb3e0b329dd6_0
            https://hub.arcgis.com/api/download/v1/items/dd4580c810204019a7b8eb3e0b329dd6/csv?layers=3 ARCGIS_DOWNLOAD dd4580c810204019a7b8eb3e0b329dd6_3
            https://www.arcgis.com/home/item.html?id=dd4580c810204019a7b8eb3e0b329dd6 ARCGIS_ITEM dd4580c810204019a7b8eb3e0b329dd6
            https://www.arcgis.com/home/item.html?id=dd4580c810204019a7b8eb3e0b329dd6&sublayer=2 ARCGIS_ITEM dd4580c810204019a7b8eb3e0b329dd6_2
            https://www.arcgis.com/sharing/rest/content/items/dd4580c810204019a7b8eb3e0b329dd6/data ARCGIS_API dd4580c810204019a7b8eb3e0b329dd6
            https://opendata.vancouver.ca/explore/dataset/property-tax-report/table/?sort=-tax ODS_PAGE property-tax-report
            https://opendata.vancouver.ca/explore/dataset/property-tax-report/ ODS_PAGE property-tax-report
            https://opendata.vancouver.ca/explore/dataset/issued-building-permits/download/?format=csv ODS_DOWNLOAD issued-building-permits
            https://opendata.paris.fr/api/explore/v2.1/catalog/datasets/les-arbres/exports/parquet ODS_EXPORT les-arbres
            https://opendata.paris.fr/api/explore/v2.1/catalog/datasets/les-arbres/records?limit=20 ODS_API les-arbres
            https://opendata.paris.fr/api/explore/v2.0/catalog/datasets/les-arbres/facets ODS_API les-arbres
            https://opendata.paris.fr/api/v2/catalog/datasets/les-arbres/records ODS_API les-arbres
            https://opendata.paris.fr/api/records/1.0/search/?dataset=les-arbres&rows=3 ODS_RECORDS les-arbres
            https://opendata.paris.fr/api/records/1.0/download/?dataset=les-arbres ODS_RECORDS les-arbres
            https://opendata.paris.fr/api/records/1.0/analyze/?x=1&dataset=les-arbres ODS_RECORDS les-arbres
            https://data.opendatasoft.com/api/explore/v2.1/catalog/datasets/1_33-lp-open-data@fluvius/exports/csv ODS_EXPORT 1_33-lp-open-data@fluvius
            https://data.opendatasoft.com/api/records/1.0/search/?dataset=sirene%40public ODS_RECORDS sirene@public
            https://www.data.gouv.fr/datasets/sirene/ UDATA_PAGE sirene
            https://www.data.gouv.fr/fr/datasets/sirene/ UDATA_PAGE sirene
            https://www.data.gouv.fr/en/datasets/5b7ffc618b4c4169d30727e0 UDATA_PAGE 5b7ffc618b4c4169d30727e0
            https://www.data.gouv.fr/fr/datasets/r/63352e38-d353-4b54-bfd1-f1b3ee1cabd7 UDATA_PERMALINK 63352e38-d353-4b54-bfd1-f1b3ee1cabd7
            https://www.data.gouv.fr/api/1/datasets/r/63352e38-d353-4b54-bfd1-f1b3ee1cabd7 UDATA_PERMALINK 63352e38-d353-4b54-bfd1-f1b3ee1cabd7
            https://www.data.gouv.fr/api/1/datasets/sirene/ UDATA_API sirene
            https://www.data.gouv.fr/api/1/datasets/sirene/resources/63352e38-d353-4b54-bfd1-f1b3ee1cabd7/ UDATA_API 63352e38-d353-4b54-bfd1-f1b3ee1cabd7
            https://www.data.gouv.fr/api/2/datasets/resources/63352e38-d353-4b54-bfd1-f1b3ee1cabd7/ UDATA_API 63352e38-d353-4b54-bfd1-f1b3ee1cabd7
            https://www.data.gouv.fr/fr/datasets/sirene/?resource_id=63352e38-d353-4b54-bfd1-f1b3ee1cabd7 UDATA_PAGE 63352e38-d353-4b54-bfd1-f1b3ee1cabd7
            https://static.data.gouv.fr/resources/sirene/20260101-120000/file.csv UDATA_STATIC sirene
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
