package sightings.ingest.catalogue;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health {@code catalogue}: whether finds are judged by it already, and which portals of the settings were never harvested.
 * Nothing of those is recognised, which does not take the service out.
 */
@Component("catalogue")
class CatalogueHealthIndicator implements HealthIndicator {

    private final CatalogueView view;

    CatalogueHealthIndicator(CatalogueView view) {
        this.view = view;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("ready", view.ready())
                .withDetail("neverHarvested", view.missing())
                .build();
    }
}
