package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link RobotList}. */
class RobotListTests {

    private static final Path COUNTERS =
            Path.of(System.getProperty("sightings.data", "../../shared/data"), "robots/COUNTER_Robots_list.json");

    @TempDir
    Path folder = Path.of("");

    @Test
    void saysWhichVersionOfThePublicListItIs() {
        assertThat(RobotList.bundled().version()).matches("crawler-user-agents@\\d+\\.\\d+\\.\\d+");
    }

    /** The Code of Practice: the list must not contain scripts, which it counts as machines' access. */
    @ParameterizedTest
    @ValueSource(strings = {"python-requests/2.32.3", "curl/8.5.0", "Wget/1.21.4", "Java/21.0.2", "Python-urllib/3.12"})
    void neverTakesScriptsForRobots(String script) throws IOException {
        assertThat(RobotList.bundled().contains(script)).isFalse();
        assumeThat(COUNTERS).exists();
        assertThat(RobotList.read(COUNTERS).contains(script)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
                "uci-google-search-appliance (Enterprise; T4)"
            })
    void knowsRobots(String robot) throws IOException {
        assertThat(RobotList.bundled().contains(robot)).isTrue();
        assumeThat(COUNTERS).exists();
        assertThat(RobotList.read(COUNTERS).contains(robot)).isTrue();
    }

    @Test
    void readsAListOfPatternsWithoutRegardToCase() throws IOException {
        var file = Files.writeString(
                folder.resolve("robots.json"),
                "[{\"pattern\":\"^Fetch[0-9]\"},{\"pattern\":\"walk\\\\.er\"},{\"pattern\":\"(\"},{\"pattern\":\"python\"}]");
        var list = RobotList.read(file);
        assertThat(list.contains("fetch7/1.0")).isTrue();
        assertThat(list.contains("A Walk.er")).isTrue();
        assertThat(list.contains("A Walkxer")).isFalse();
        assertThat(list.contains("python-requests/2")).isFalse();
        assertThat(list.version()).startsWith("robots.json@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"a\":1}"})
    void refusesWhatIsNoList(String text) throws IOException {
        var file = Files.writeString(folder.resolve("robots.json"), text);
        assertThatIOException().isThrownBy(() -> RobotList.read(file));
    }
}
