package sightings.showcase.settings;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service is operated, whatever the city.
 *
 * @param clock where set, the time at which the service's clock stands still; for fault tests
 * @param instance name of this instance among those that share the work; two of one name would fence each other
 * @param replicas copies of each index beside the first; a cluster of engines wants 1
 * @param refresh how long a change may take to be found; pages wait for it
 * @param actuator addresses that may ask for health, metrics and a rebuild, such as {@code 10.1.0.0/16}
 */
@Validated
@ConfigurationProperties("sightings")
public record ShowcaseSettings(
        @Nullable Instant clock,
        @DefaultValue("local") String instance,
        @Min(0) @DefaultValue("0") int replicas,
        @DefaultValue("500ms") Duration refresh,
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> actuator) {}
