package sightings.ingest.usage;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health {@code usage}: the state of the topology. It waits for the broker without taking the service out. */
@Component("usageHealthIndicator")
class CountingHealthIndicator implements HealthIndicator {

    private final Counting counting;

    CountingHealthIndicator(Counting counting) {
        this.counting = counting;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("state", counting.state()).build();
    }
}
