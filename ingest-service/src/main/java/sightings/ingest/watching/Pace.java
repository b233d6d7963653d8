package sightings.ingest.watching;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the runner is.
 *
 * @param retryAfter pause after the first failed round; it doubles with each further one
 * @param retryAtMost longest pause after failed rounds
 * @param reportedEvery how often a source whose numbers change is reported at most
 * @param quietReportedEvery how often a source is reported of which there is nothing new to say
 */
@ConfigurationProperties("ingest.pace")
record Pace(
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue("5m") Duration retryAtMost,
        @DefaultValue("2s") Duration reportedEvery,
        @DefaultValue("60s") Duration quietReportedEvery) {

    /** The pause after this many failures in a row. */
    Duration afterFailures(int inRow) {
        int doublings = Math.clamp(inRow - 1, 0, 20);
        var pause = retryAfter.multipliedBy(1L << doublings);
        return pause.compareTo(retryAtMost) > 0 ? retryAtMost : pause;
    }
}
