package sightings.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Tests for {@link CitySettings} and {@link CityFileFailureAnalyzer}. */
class CitySettingsTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "city.name=Springfield",
                    "city.site=https://stories.example.gov",
                    "city.portals[0].address=https://Data.example.gov",
                    "city.portals[0].kind=socrata");

    @EnableConfigurationProperties(CitySettings.class)
    static class Settings {}

    @Test
    void hasDefaultsThatAreSafe() {
        runner.run(context -> {
            var city = context.getBean(CitySettings.class);
            assertThat(city.languages()).containsExactly("en");
            assertThat(city.timeZone()).isEqualTo(ZoneId.of("UTC"));
            assertThat(city.sample()).isFalse();
            assertThat(city.portals().getFirst().host()).isEqualTo("data.example.gov");
            assertThat(city.portals().getFirst().harvestedFrom()).isEqualTo(URI.create("https://Data.example.gov"));
            assertThat(city.logs()).isEmpty();
            assertThat(city.counting()).isEqualTo(new CitySettings.Counting(Duration.ofHours(48), 5, null));
            assertThat(city.statistics()).isEmpty();
            assertThat(city.feeds()).isEmpty();
            assertThat(city.feedsEvery()).isEqualTo(Duration.ofMinutes(30));
            assertThat(city.github().address()).isEqualTo(URI.create("https://api.github.com"));
            assertThat(city.github().token()).isEmpty();
            assertThat(city.github().every()).isEqualTo(Duration.ofDays(1));
            assertThat(city.map()).isNull();
        });
    }

    @Test
    void takesEverythingThatTheCitySets() {
        runner.withPropertyValues(
                        "city.languages=en,es",
                        "city.time-zone=America/Chicago",
                        "city.sample=true",
                        "city.portals[0].catalogue=http://127.0.0.1:8090/portal",
                        "city.portals[0].hosts=www.example.gov",
                        "city.logs[0].name=portal",
                        "city.logs[0].folder=/var/log/portal",
                        "city.counting.open-for=24h",
                        "city.counting.fewer-than=10",
                        "city.counting.robots=/srv/robots.json",
                        "city.statistics[0].name=site-analytics",
                        "city.statistics[0].file=/srv/usage.csv",
                        "city.github.address=http://127.0.0.1:8090/github",
                        "city.github.web=http://127.0.0.1:8090/web",
                        "city.github.token=secret",
                        "city.github.every=1m",
                        "city.feeds=https://example.org/feed.xml",
                        "city.feeds-every=1m",
                        "city.map.centre=-87.68,41.84",
                        "city.map.zoom=11",
                        "city.map.boundaries=/srv/boundaries.geojson",
                        "city.contact.accessibility=a@example.gov",
                        "city.contact.privacy=p@example.gov",
                        "city.contact.report=r@example.gov",
                        "city.how-we-choose.en=By reading")
                .run(context -> {
                    var city = context.getBean(CitySettings.class);
                    assertThat(city.languages()).containsExactly("en", "es");
                    assertThat(city.portals().getFirst().harvestedFrom())
                            .isEqualTo(URI.create("http://127.0.0.1:8090/portal"));
                    assertThat(city.logs())
                            .containsExactly(new CitySettings.Logs(
                                    "portal", Path.of("/var/log/portal"), "auto", List.of(), List.of()));
                    assertThat(city.counting())
                            .isEqualTo(
                                    new CitySettings.Counting(Duration.ofHours(24), 10, Path.of("/srv/robots.json")));
                    assertThat(city.statistics())
                            .containsExactly(new CitySettings.Statistics("site-analytics", Path.of("/srv/usage.csv")));
                    assertThat(city.github().toString()).doesNotContain("secret");
                    assertThat(city.feeds()).containsExactly(URI.create("https://example.org/feed.xml"));
                    assertThat(city.map()).isNotNull();
                    assertThat(city.howWeChoose()).isEqualTo(Map.of("en", "By reading"));
                    assertThat(city.contact().report()).isEqualTo("r@example.gov");
                });
    }

    @Test
    void namesTheKeyOfAnUnknownPortalKind() {
        assertThat(told("city.portals[0].kind=socrates"))
                .contains(
                        "city.portals[0].kind: 'socrates' cannot be used; right would be socrata, dcat-us, ckan, arcgis-hub");
    }

    @Test
    void namesAKeyThatDoesNotExist() {
        assertThat(told("city.feeds-evry=1m"))
                .contains("city.feeds-evry: there is no such key")
                .contains("feeds-every");
    }

    @Test
    void namesAnAddressWithoutScheme() {
        assertThat(told("city.site=stories.example.gov"))
                .contains("city.site: 'stories.example.gov' cannot be used; right would be an address such as");
    }

    @Test
    void namesAnAddressInAList() {
        assertThat(told("city.feeds=example.org/feed.xml")).contains("city.feeds[0]: 'example.org/feed.xml'");
    }

    @Test
    void namesATimeZoneThatIsNone() {
        assertThat(told("city.time-zone=Chicago")).contains("city.time-zone: 'Chicago' cannot be used");
    }

    @Test
    void namesAMissingName() {
        assertThat(told("city.name=")).contains("city.name: is missing; right would be the city's name");
    }

    @Test
    void namesADayThatWouldStayOpenForLongerThanAccessesAreKept() {
        assertThat(told("city.counting.open-for=96h"))
                .contains("city.counting.open-for: 'PT96H' cannot be used; right would be a duration from 1h to 60h");
    }

    @Test
    void namesAThresholdThatProtectsNobody() {
        assertThat(told("city.counting.fewer-than=1")).contains("city.counting.fewer-than", "a number from 2 to 1000");
    }

    @Test
    void namesALogWithoutFolder() {
        assertThat(told("city.logs[0].name=portal")).contains("city.logs[0].folder: is missing");
    }

    private String told(String... wrong) {
        var said = new StringBuilder();
        runner.withPropertyValues(wrong).run(context -> {
            var failure = context.getStartupFailure();
            assertThat(failure).isNotNull();
            var bind = failure instanceof ConfigurationPropertiesBindException direct ? direct : null;
            for (Throwable each = failure; bind == null && each != null; each = each.getCause()) {
                bind = each instanceof ConfigurationPropertiesBindException found ? found : null;
            }
            assertThat(bind).isNotNull();
            var analysis = new CityFileFailureAnalyzer().analyze(failure, bind);
            assertThat(analysis).isNotNull();
            said.append(analysis.getDescription());
        });
        return said.toString();
    }
}
