package sightings.ingest.recognising;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health {@code recogniser}: what interrupts the recognising. It goes on by itself, which does not take the service out. */
@Component("recogniserHealthIndicator")
class RecogniserHealthIndicator implements HealthIndicator {

    private final RecognisingListener listener;

    RecogniserHealthIndicator(RecognisingListener listener) {
        this.listener = listener;
    }

    @Override
    public Health health() {
        var trouble = listener.trouble();
        return trouble.isEmpty()
                ? Health.up().build()
                : Health.up().withDetail("reason", trouble).build();
    }
}
