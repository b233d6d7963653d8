package sightings.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** Tests for {@link WrongCityValue}. */
class WrongCityValueTests {

    private final WrongCityValue wrong = new WrongCityValue(
            "city.counting.robots", "there is no file /srv/none.json", new NoSuchFileException("/srv/none.json"));

    @Test
    void stopsTheStartWithTheKeyAndWhatWouldBeRight() {
        var analysis = new WrongCityValueAnalyzer().analyze(new IllegalStateException(wrong));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription())
                .contains("city.yml cannot be used")
                .contains(
                        "city.counting.robots: there is no file /srv/none.json; right would be a file with a JSON array");
        assertThat(analysis.getAction()).isEqualTo("Correct this key and start again.");
    }

    @Test
    void saysWhatIsRightForEachEntryOfAList() {
        assertThat(new WrongCityValue("city.logs[2].format", "There is no log format x", new IOException()).told())
                .isEqualTo(
                        "city.logs[2].format: There is no log format x; right would be auto, the name of a log format,"
                                + " or a pattern of Apache or nginx");
    }

    @Test
    void isKnownToEachStart() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
                        .load(FailureAnalyzer.class, FailureHandler.handleMessage((_, _) -> {})))
                .hasAtLeastOneElementOfType(WrongCityValueAnalyzer.class);
    }
}
