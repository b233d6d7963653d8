package sightings.showcase.projection;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says in {@code /actuator/health/readiness} whether there have been documents to show since this process began. Once there
 * have, it stays ready: pages that miss their engines say so better than a balancer that sends nobody.
 */
@Component("pages")
class PagesHealth implements HealthIndicator {

    private final Projector projector;
    private volatile boolean shown;

    PagesHealth(Projector projector) {
        this.projector = projector;
    }

    @Override
    public Health health() {
        shown = shown || projector.liveGeneration() != null;
        return shown
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("waiting", "the first documents")
                        .build();
    }
}
