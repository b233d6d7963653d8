package sightings.ingest.watching;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health {@code sources}: each source by its id, as far as this instance knows it. A source that fails does not take the
 * service out: the others go on.
 */
@Component("sources")
class SourcesHealthIndicator implements HealthIndicator {

    private final Watching watching;

    SourcesHealthIndicator(Watching watching) {
        this.watching = watching;
    }

    @Override
    public Health health() {
        var health = Health.up();
        watching.runners()
                .forEach(runner -> health.withDetail(runner.watcher().source().value(), describe(runner)));
        return health.build();
    }

    private static Map<String, Object> describe(SourceRunner runner) {
        var details = new LinkedHashMap<String, Object>();
        var report = runner.latest();
        details.put("state", SourceRunner.stateOf(report).name());
        details.put("watchedHere", runner.running());
        details.put("paused", runner.paused());
        if (report != null) {
            put(details, "message", report.message());
            put(details, "lastRound", report.lastRound());
            put(details, "nextRound", report.nextRound());
            details.put("items", report.items());
            details.put("failures", report.failures());
            details.put("lagSeconds", report.lagSeconds());
            details.put("counters", report.counters());
        }
        return details;
    }

    private static void put(Map<String, Object> details, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
