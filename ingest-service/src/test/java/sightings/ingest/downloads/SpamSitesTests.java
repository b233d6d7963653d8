package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link SpamSites}. */
class SpamSitesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://semalt.com/crawler.php?u=x",
                "https://forum.topic7.darodar.com/",
                "http://Buttons-For-Website.com",
                "http://priceg.com:80/a"
            })
    void knowsSpam(String referrer) {
        assertThat(SpamSites.isSpam(referrer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "semalt", "https://notdarodar.com/", "https://trees.example.org/?u=semalt.com"})
    void passesOverTheRest(String referrer) {
        assertThat(SpamSites.isSpam(referrer)).isFalse();
    }
}
