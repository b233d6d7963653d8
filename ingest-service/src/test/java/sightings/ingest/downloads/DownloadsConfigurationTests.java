package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import sightings.city.CitySettings;
import sightings.city.WrongCityValue;
import sightings.event.AccessClass;
import sightings.event.DatasetAccessed;
import sightings.ingest.publishing.Salts;

/** Tests for {@link DownloadsConfiguration}: what {@code city.yml} says of logs is what reads them. */
class DownloadsConfigurationTests {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T18:00:00Z"));
    private static final String LINE =
            "192.0.2.7 - - [23/Nov/2026:17:00:00 +0000] \"GET /d/abcd-1234 HTTP/1.1\" 200 5 \"-\" \"Strange-Walker/1.0\"";

    private final DownloadsConfiguration configuration = new DownloadsConfiguration();

    @TempDir
    Path folder = Path.of("");

    @Test
    void goesByTheListOfRobotsThatIsBuiltInWhereNothingIsSet() throws InterruptedException {
        var access = access(city(Map.of()));
        assertThat(access.accessClass()).isEqualTo(AccessClass.TOOL);
        assertThat(access.lists()).startsWith("crawler-user-agents@");
    }

    @Test
    void goesByTheCitysListOfRobotsAndSaysSoInTheCounts() throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("ours.json"), "[{\"pattern\":\"strange-walker\"}]");
        var city = city(Map.of("counting.robots", file.toString()));
        var access = access(city);
        assertThat(access.accessClass()).isEqualTo(AccessClass.ROBOT);
        assertThat(access.lists()).matches("ours\\.json@[0-9a-z]+ own@[0-9a-z]+");
        var explained = configuration
                .logExplainer(city, configuration.robotList(city), FewDatasets.usual(), CLOCK)
                .explain(LINE)
                .getFirst();
        assertThat(explained.request()).returns(AccessClass.ROBOT, ReadLine.Request::accessClass);
    }

    @Test
    void stopsTheStartWhereTheListOfRobotsIsAbsent() {
        var city = city(Map.of("counting.robots", "/none/robots.json"));
        assertThatExceptionOfType(WrongCityValue.class)
                .isThrownBy(() -> configuration.robotList(city))
                .withMessage("city.counting.robots: there is no file /none/robots.json");
    }

    @Test
    void stopsTheStartWhereTheListOfRobotsIsNone() throws IOException {
        var file = Files.writeString(folder.resolve("ours.json"), "Googlebot");
        var city = city(Map.of("counting.robots", file.toString()));
        assertThatExceptionOfType(WrongCityValue.class)
                .isThrownBy(() -> configuration.robotList(city))
                .withMessage("city.counting.robots: " + file + " is no list of robots");
    }

    @Test
    void stopsTheStartWhereALogsFormatOrExclusionCannotBeRead() {
        assertThat(wrong(Map.of("logs[0].format", "%h%l"))).startsWith("city.logs[0].format: ");
        assertThat(wrong(Map.of("logs[0].exclude[0]", "the office"))).startsWith("city.logs[0].exclude: ");
    }

    private String wrong(Map<String, String> settings) {
        var city = city(settings);
        var robots = configuration.robotList(city);
        var thrown = catchThrowableOfType(
                WrongCityValue.class, () -> configuration.logExplainer(city, robots, FewDatasets.usual(), CLOCK));
        assertThat(thrown).isNotNull();
        return thrown.getMessage();
    }

    private DatasetAccessed access(CitySettings city) throws InterruptedException {
        var hosts = DownloadsConfiguration.hosts(city);
        var reader = DownloadsConfiguration.lineReader(
                city.logs().getFirst(),
                configuration.robotList(city),
                FewDatasets.usual(),
                new DemandReader(FewDatasets.usual(), FewDatasets.words("trees"), hosts),
                InstallationSecret.of("a secret of this test and no other"),
                hosts,
                Salts.ofOpenDays(CLOCK),
                CLOCK);
        var read = LineReaders.read(reader, LINE).orElseThrow();
        assertThat(read).isInstanceOf(LineReader.Accessed.class);
        return ((LineReader.Accessed) read).access();
    }

    private static CitySettings city(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "city.name", "Springfield",
                "city.site", "https://stories.example.gov",
                "city.portals[0].address", "https://data.example.gov",
                "city.logs[0].name", "portal",
                "city.logs[0].folder", "/var/log/portal"));
        more.forEach((key, value) -> settings.put("city." + key, value));
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("city", CitySettings.class)
                .get();
    }
}
