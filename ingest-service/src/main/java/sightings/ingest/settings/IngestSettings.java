package sightings.ingest.settings;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service is operated, whatever the city.
 *
 * @param state folder for what can be rebuilt from Kafka, such as the counts under way; each instance has its own
 * @param replication replication factor of the topics that this service creates; a broker cluster wants 3
 * @param countingBehind how far the counting may be behind before no more log lines are read, up to 60 hours: what is read is
 *     kept 72
 * @param secret under which app tokens, and what single visitors ask for, are known again; at least 32 characters, the same for all instances.
 *     Where it is not set, one is drawn and kept in the state folder
 * @param clock where set, the time at which the service's clock stands still; for fault tests
 */
@Validated
@ConfigurationProperties("sightings")
public record IngestSettings(
        @DefaultValue("state") Path state,
        @Min(1) @DefaultValue("1") short replication,

        @DurationMin(minutes = 1) @DurationMax(hours = 60) @DefaultValue("24h")
        Duration countingBehind,

        @Nullable String secret,

        @Nullable Instant clock) {

    /** It does not show the secret. */
    @Override
    public String toString() {
        return "IngestSettings[state=%s, replication=%d, countingBehind=%s, clock=%s]"
                .formatted(state, replication, countingBehind, clock);
    }
}
