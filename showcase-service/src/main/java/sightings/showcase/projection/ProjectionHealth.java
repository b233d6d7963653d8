package sightings.showcase.projection;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says in {@code /actuator/health} whether documents are current, and what is in the way. */
@Component("projection")
class ProjectionHealth implements HealthIndicator {

    private final Projector projector;

    ProjectionHealth(Projector projector) {
        this.projector = projector;
    }

    @Override
    public Health health() {
        var now = projector.now();
        var health =
                now.stopped().isEmpty() ? now.engines() == null ? Health.up() : Health.outOfService() : Health.down();
        now.stopped()
                .forEach(stopped -> health.withDetail(
                        stopped.projection(), "stopped at " + stopped.where() + ": " + stopped.reason()));
        if (now.engines() != null) {
            health.withDetail("waiting", now.engines());
        }
        var generation = projector.liveGeneration();
        health.withDetail("generation", generation == null ? "none yet" : generation);
        var building = now.building();
        if (building != null) {
            health.withDetail("building", building);
        }
        return health.build();
    }
}
