package sightings.ingest.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Tests for {@link IngestSettings}. */
class IngestSettingsTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(IngestSettings.class)
    static class Settings {}

    @Test
    void hasDefaultsForOneBroker() {
        runner.run(context -> {
            var settings = context.getBean(IngestSettings.class);
            assertThat(settings.state()).isEqualTo(Path.of("state"));
            assertThat(settings.replication()).isEqualTo((short) 1);
            assertThat(settings.countingBehind()).isEqualTo(Duration.ofHours(24));
            assertThat(settings.secret()).isNull();
            assertThat(settings.clock()).isNull();
        });
    }

    @Test
    void refusesToWaitForLongerThanAccessesAreKept() {
        runner.withPropertyValues("sightings.counting-behind=80h")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void takesEverythingThatTheOperatorSets() {
        runner.withPropertyValues(
                        "sightings.state=/srv/state",
                        "sightings.replication=3",
                        "sightings.counting-behind=6h",
                        "sightings.secret=0123456789abcdef0123456789abcdef",
                        "sightings.clock=2026-11-01T00:00:00Z")
                .run(context -> {
                    var settings = context.getBean(IngestSettings.class);
                    assertThat(settings.state()).isEqualTo(Path.of("/srv/state"));
                    assertThat(settings.replication()).isEqualTo((short) 3);
                    assertThat(settings.countingBehind()).isEqualTo(Duration.ofHours(6));
                    assertThat(settings.secret()).isEqualTo("0123456789abcdef0123456789abcdef");
                    assertThat(settings).asString().doesNotContain("0123456789");
                    assertThat(settings.clock()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
                });
    }
}
