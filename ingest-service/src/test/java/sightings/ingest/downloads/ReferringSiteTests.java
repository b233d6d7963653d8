package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link ReferringSite}. */
class ReferringSiteTests {

    private static final Set<String> PORTAL = Set.of("data.example.gov");

    @ParameterizedTest
    @CsvSource({
        "https://www.Trees.example/near?address=12%20Main, trees.example",
        "http://trees.example, trees.example",
        "https://trees.example#me@example.org, trees.example",
        "https://medium.com/@team/how-we-count, medium.com/@team",
        "https://github.com/lab/tree-map/issues, github.com/lab",
        "https://github.com/, github.com",
        "https://github.com/jane.doe@example.org/tree-map, github.com",
    })
    void namesTheSiteAndDropsTheRest(String referrer, String site) {
        assertThat(ReferringSite.of(referrer, PORTAL)).contains(site);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "https://data.example.gov/d/abcd-2345",
                "http://192.0.2.7/page",
                "https://localhost/",
                "https://user:secret@trees.example/",
                "https://trees.example:8443/",
                "android-app://org.example",
                "javascript:alert(1)",
                "https://trees.example<script>",
            })
    void namesNoSite(String referrer) {
        assertThat(ReferringSite.of(referrer, PORTAL)).isEmpty();
    }
}
