package sightings.showcase.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Tests for {@link ShowcaseSettings}. */
class ShowcaseSettingsTests {

    @Test
    void isSafeByDefault() {
        var settings = bind(Map.of());

        assertThat(settings.clock()).isNull();
        assertThat(settings.instance()).isEqualTo("local");
        assertThat(settings.replicas()).isZero();
        assertThat(settings.refresh()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.actuator()).containsExactly("127.0.0.0/8", "::1");
    }

    @Test
    void takesAllThatIsSet() {
        var settings = bind(Map.of(
                "sightings.clock", "2026-11-23T18:00:00Z",
                "sightings.instance", "b",
                "sightings.replicas", "1",
                "sightings.refresh", "1s",
                "sightings.actuator", "10.1.0.0/16"));

        assertThat(settings)
                .isEqualTo(new ShowcaseSettings(
                        Instant.parse("2026-11-23T18:00:00Z"), "b", 1, Duration.ofSeconds(1), List.of("10.1.0.0/16")));
    }

    private static ShowcaseSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("sightings", ShowcaseSettings.class);
    }
}
