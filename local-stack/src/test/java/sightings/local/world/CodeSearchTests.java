package sightings.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link CodeSearch}. */
class CodeSearchTests {

    private static final String HOST = "\"data.cityofchicago.org\"";

    @TempDir
    private Path folder;

    private CodeSearch search;

    @BeforeEach
    void open() {
        search = new CodeSearch(History.open(folder, SampleCity.load(), Instant.parse("2026-11-02T18:00:00Z")));
    }

    @Test
    void slicesBySizeAddUpToTheWhole() {
        int small = search.find(HOST + " size:<1000").size();
        int middle = search.find(HOST + " size:1000..5000").size();
        int large = search.find(HOST + " size:>5000").size();

        assertThat(small + middle + large).isEqualTo(search.find(HOST).size());
        assertThat(small).isPositive();
    }

    @Test
    void qualifiersNarrow() {
        assertThat(search.find(HOST + " extension:py"))
                .isNotEmpty()
                .allMatch(hit -> hit.file().path().endsWith(".py"));
        assertThat(search.find(HOST + " user:chihacknight"))
                .isNotEmpty()
                .allMatch(hit -> hit.repository().login().equals("chihacknight"));
        assertThat(search.find(HOST + " NOT extension:py"))
                .isNotEmpty()
                .noneMatch(hit -> hit.file().path().endsWith(".py"));
    }

    @Test
    void allWordsMustBeThere() {
        assertThat(search.find(HOST + " \"ijzp-q8t2\""))
                .isNotEmpty()
                .allMatch(hit -> hit.file().text().contains("ijzp-q8t2"));
        assertThat(search.find("\"data.example.gov\"")).isEmpty();
    }

    @Test
    void oneOfTheWordsBetweenOrIsEnough() {
        int one = search.find("\"ijzp-q8t2\"").size();
        int other = search.find("\"4ijn-s7e5\"").size();
        int both = search.find("\"ijzp-q8t2\" \"4ijn-s7e5\"").size();

        assertThat(one).isPositive();
        assertThat(other).isPositive();
        assertThat(search.find("\"ijzp-q8t2\" OR \"4ijn-s7e5\"")).hasSize(one + other - both);
        assertThat(search.find("\"ijzp-q8t2\" OR \"4ijn-s7e5\" extension:none")).isEmpty();
    }

    @Test
    void forksAreLeftOutUnlessAskedFor() {
        assertThat(search.find(HOST)).noneMatch(hit -> hit.repository().fork());
        assertThat(search.find(HOST + " fork:true"))
                .anyMatch(hit -> hit.repository().fork());
    }
}
