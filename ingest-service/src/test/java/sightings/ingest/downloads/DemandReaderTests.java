package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.event.DemandSeen.Kind;

/** Tests for {@link DemandReader}. */
class DemandReaderTests {

    private final DemandReader demands =
            new DemandReader(FewDatasets.usual(), FewDatasets.words("street", "trees"), Set.of("data.example.gov"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/d/zzzz-2345|zzzz-2345",
                "/resource/ZZZZ-2345.json?$limit=1|zzzz-2345",
                "/api/views/zzzz-2345/rows.csv?accessType=DOWNLOAD|zzzz-2345",
                "/Health/Old-Clinics/zzzz-2345/about_data|zzzz-2345",
                "/d/high-tech|high-tech",
                "/dataset/noise-map|noise-map",
                "/es/dataset/noise-map|noise-map",
                "/dataset/x/resource/11112222-3333-4444-5555-666677778888/download/a.csv|11112222-3333-4444-5555-666677778888",
                "/api/3/action/package_show?id=noise-map|noise-map",
                "/explore/dataset/noise-map/table/|noise-map",
                "/api/explore/v2.1/catalog/datasets/noise-map/exports/csv|noise-map",
                "/datasets/00112233445566778899aabbccddeeff_3.csv|00112233445566778899aabbccddeeff_3",
                "https://data.example.gov/d/zzzz-2345|zzzz-2345"
            })
    void findsAddressesOfDatasetsThatAreNotThere(String target, String key) {
        assertThat(demands.address(target)).contains(new Wanted(Kind.ADDRESS, key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/d/abcd-1234",
                "/dataset/street-trees",
                "/dataset/street-trees/resource/11112222-3333-4444-5555-666677778888",
                "/explore/dataset/property-tax-report/table/",
                "/wp-login.php",
                "/blog/high-tech/2026",
                "/favicon.ico",
                "/dataset/jane.doe@example.org",
                "/dataset/call-312-555-0142-now",
                "https://elsewhere.example/d/zzzz-2345",
                "/dataset/%3Cscript%3E"
            })
    void passesOverOtherAddresses(String target) {
        assertThat(demands.address(target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/browse?q=Noise%20Complaints&sortBy=relevance|noise complaints",
                "/search?q=noise+complaints|noise complaints",
                "/datasets?search=noise|noise",
                "/dataset?q=noise,+by+night!|noise by night",
                "/dataset/?q=noise|noise",
                "/fr/dataset?q=bruit|bruit",
                "/explore/?q=noise&sort=modified|noise",
                "/api/catalog/v1?domains=data.example.gov&q=noise|noise",
                "/api/3/action/package_search?q=noise|noise"
            })
    void findsSearchesForWhatNoDatasetSays(String target, String words) {
        assertThat(demands.search(target)).contains(new Wanted(Kind.SEARCH, words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/browse?q=street+trees",
                "/browse?q=",
                "/browse?category=Health",
                "/browse?q=jane.doe%40example.org",
                "/browse?q=312+555+0142",
                "/browse?q=4111111111111111",
                "/browse?q=https%3A%2F%2Fexample.org",
                "/api/3/action/package_search?q=owner_org%3Ax",
                "/elsewhere?q=noise",
                "/browse/new?q=noise"
            })
    void passesOverOtherSearches(String target) {
        assertThat(demands.search(target)).isEmpty();
    }

    @Test
    void readsOnlyWhatWasAskedAndAnsweredSo() {
        assertThat(demands.read(line("GET", 404, "/d/zzzz-2345"))).isPresent();
        assertThat(demands.read(line("GET", 410, "/d/zzzz-2345"))).isPresent();
        assertThat(demands.read(line("GET", 500, "/d/zzzz-2345"))).isEmpty();
        assertThat(demands.read(line("HEAD", 404, "/d/zzzz-2345"))).isEmpty();
        assertThat(demands.read(line("GET", 200, "/browse?q=noise"))).isPresent();
        assertThat(demands.read(line("GET", 404, "/browse?q=noise"))).isEmpty();
        assertThat(demands.read(line("GET", 200, "/browse?q=noise"))).asString().doesNotContain("noise");
    }

    private static LogLine line(String method, int status, String target) {
        var line = new LogLine();
        line.method.set(method);
        line.target.set(target);
        line.status = status;
        return line;
    }
}
