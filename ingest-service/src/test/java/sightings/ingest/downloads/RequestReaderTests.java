package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
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
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
    }
}
