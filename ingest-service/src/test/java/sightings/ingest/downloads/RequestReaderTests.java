package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.DatasetId;
import sightings.event.AccessKind;

/** Tests for {@link RequestReader}. */
class RequestReaderTests {

    private static final String TREES = "0b1a9c7e-1111-4222-8333-123456789abc";

    private final RequestReader requests = new RequestReader(FewDatasets.usual(), Set.of("data.example.gov"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/d/abcd-1234|VIEW",
                "/d/ABCD-1234|VIEW",
                "/Public-Safety/Crimes-2001-to-Present/abcd-1234|VIEW",
                "/Public-Safety/Crimes-2001-to-Present/abcd-1234/about_data|VIEW",
                "/Public-Safety/Crimes/abcd-1234/data?x=1#top|VIEW",
                "/dataset/Crimes/abcd-1234|VIEW",
                "/resource/abcd-1234.json?$limit=5|API",
                "/resource/abcd-1234.geojson|API",
                "/resource/abcd-1234|API",
                "/api/views/abcd-1234/rows.csv?accessType=DOWNLOAD|DOWNLOAD",
                "/api/views/abcd-1234.json|VIEW",
                "/api/v3/views/abcd-1234/query.json|API",
                "/api/v3/views/abcd-1234/export.csv|DOWNLOAD",
                "/api/geospatial/abcd-1234?method=export&format=GeoJSON|DOWNLOAD",
                "/download/abcd-1234/application%2Fzip|DOWNLOAD",
                "/api/odata/v4/abcd-1234?$skip=1000|API",
                "https://data.example.gov/d/abcd-1234|VIEW",
                "HTTPS://DATA.EXAMPLE.GOV:443/d/abcd-1234|VIEW",
                "//d//abcd-1234|VIEW"
            })
    void readsSocrataAddresses(String target, AccessKind kind) {
        assertThat(requests.read(target)).contains(new DatasetRequest(new DatasetId("abcd-1234"), kind));
        assertThat(remembered(target)).isEqualTo(requests.read(target));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/dataset/street-trees|VIEW",
                "/es/dataset/street-trees|VIEW",
                "/dataset/" + TREES + "|VIEW",
                "/dataset/street-trees/resource/7d5f0000-aaaa-4bbb-8ccc-123456789abc|VIEW",
                "/dataset/x/resource/7d5f0000-aaaa-4bbb-8ccc-123456789abc/download/trees.csv|DOWNLOAD",
                "/datastore/dump/7d5f0000-aaaa-4bbb-8ccc-123456789abc|DOWNLOAD",
                "/api/3/action/datastore_search?limit=5&resource_id=7d5f0000-aaaa-4bbb-8ccc-123456789abc|API",
                "/api/3/action/datastore_search_sql?sql=SELECT%20*%20FROM%20%227d5f0000-aaaa-4bbb-8ccc-123456789abc%22|API",
                "/api/3/action/package_show?id=street-trees|VIEW",
                "/api/action/package_show?id=" + TREES + "|VIEW",
                "/datasets/street-trees|VIEW",
                "/files/trees.csv|DOWNLOAD"
            })
    void readsCkanAndOtherAddresses(String target, AccessKind kind) {
        assertThat(requests.read(target)).contains(new DatasetRequest(new DatasetId(TREES), kind));
        assertThat(remembered(target)).isEqualTo(requests.read(target));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/explore/dataset/property-tax-report/table/?sort=-tax_assessment_year|VIEW",
                "/explore/dataset/property-tax-report/information/|VIEW",
                "/explore/dataset/property-tax-report/download/?format=csv|DOWNLOAD",
                "/api/explore/v2.1/catalog/datasets/property-tax-report/records?limit=20|API",
                "/api/explore/v2.0/catalog/datasets/property-tax-report/exports/parquet|DOWNLOAD",
                "/api/v2/catalog/datasets/property-tax-report/facets|API",
                "/api/records/1.0/search/?dataset=property-tax-report|API"
            })
    void readsAddressesOfOpendatasoft(String target, AccessKind kind) {
        assertThat(requests.read(target)).contains(new DatasetRequest(new DatasetId("property-tax-report"), kind));
        assertThat(remembered(target)).isEqualTo(requests.read(target));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/datasets/dd4580c810204019a7b8eb3e0b329dd6_0|VIEW",
                "/datasets/dd4580c810204019a7b8eb3e0b329dd6_0.csv|DOWNLOAD",
                "/datasets/dd4580c810204019a7b8eb3e0b329dd6_0/geoservice|VIEW",
                "/datasets/cchnl::hospitals-and-clinics/about|VIEW",
                "/api/v3/datasets/dd4580c810204019a7b8eb3e0b329dd6_0/downloads/data?format=csv&spatialRefId=4326|DOWNLOAD",
                "/api/download/v1/items/dd4580c810204019a7b8eb3e0b329dd6/csv?layers=0|DOWNLOAD",
                "/gis/rest/services/doit/hospitals/FeatureServer/0/query?where=1%3D1&f=json|API",
                "/gis/rest/services/doit/hospitals/FeatureServer/0|VIEW"
            })
    void readsAddressesOfArcGis(String target, AccessKind kind) {
        assertThat(requests.read(target))
                .contains(new DatasetRequest(new DatasetId("dd4580c810204019a7b8eb3e0b329dd6_0"), kind));
        assertThat(remembered(target)).isEqualTo(requests.read(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/explore/dataset/no-such/table/",
                "/api/records/1.0/search/?dataset=no-such",
                "/gis/rest/services/doit/others/FeatureServer/0/query",
                "/home/item.html?id=00000000000000000000000000000000",
                "/",
                "",
                "*",
                "/d/zzzz-zzzz",
                "/d",
                "/dataset/no-such-dataset",
                "/dataset",
                "/browse?q=abcd-1234",
                "/api/3/action/package_show",
                "/api/3/action/package_list",
                "/api/v3/datasets/WIKI/AAPL",
                "/wp-login.php",
                "http://elsewhere.example.org/d/abcd-1234",
                "abcd-1234",
                "/d/%zz",
                "/%",
                "ftp//:x"
            })
    void passesOverWhatIsNoDataset(String target) {
        assertThat(requests.read(target)).isEmpty();
        assertThat(remembered(target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/3/action/datastore_search|resource_id=7d5f0000-aaaa-4bbb-8ccc-123456789abc|resource_id=no-such",
                "/es/api/3/action/package_show|id=street-trees|id=no-such",
                "//api//3//action//package_show|id=street-trees|id=no-such",
                "https://data.example.gov/api/3/action/package_show|id=street-trees|id=no-such",
                "/api/records/1.0/search/|dataset=property-tax-report|dataset=no-such",
                "/home/item.html|id=dd4580c810204019a7b8eb3e0b329dd6|id=00000000000000000000000000000000",
                "/portal/home/item.html|id=dd4580c810204019a7b8eb3e0b329dd6|id=00000000000000000000000000000000",
                "/apps/mapviewer/index.html|layers=dd4580c810204019a7b8eb3e0b329dd6|layers=00000000000000000000000000000000",
            })
    void remembersWhatAQueryAsksForApartFromOthers(String path, String found, String other) {
        var reader = new RequestReader(FewDatasets.usual(), Set.of("data.example.gov"));
        assertThat(reader.read(line(path + "?" + other))).isEmpty();
        assertThat(reader.read(line(path + "?" + found))).isPresent().isEqualTo(requests.read(path + "?" + found));
        assertThat(reader.read(line(path))).isEqualTo(requests.read(path));
        assertThat(reader.read(line(path + "?" + other))).isEmpty();
        assertThat(reader.read(line(path + "?" + found))).isPresent();
    }

    @Test
    void takesAQuestionMarkForTheBeginningOfTheQueryWhereverItStands() {
        assertThat(requests.read("x?://data.example.gov/d/abcd-1234")).isEmpty();
        assertThat(remembered("x?://data.example.gov/d/abcd-1234")).isEmpty();
    }

    /** What a reader says that has met the path with another query and without one before, and then this twice. */
    private Optional<DatasetRequest> remembered(String target) {
        var reader = new RequestReader(FewDatasets.usual(), Set.of("data.example.gov"));
        int query = target.indexOf('?');
        var path = query < 0 ? target : target.substring(0, query);
        reader.read(line(path + "?id=another&resource_id=another&dataset=another"));
        reader.read(line(path));
        reader.read(line(target));
        return reader.read(line(target));
    }

    private static LogLine line(String target) {
        var line = new LogLine();
        line.target.set(target);
        return line;
    }
}
