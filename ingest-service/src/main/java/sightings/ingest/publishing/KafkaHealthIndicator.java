package sightings.ingest.publishing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health {@code kafka}: out of service while the broker is away; watchers wait meanwhile and lose nothing. */
@Component("kafka")
class KafkaHealthIndicator implements HealthIndicator {

    private final Broker broker;

    KafkaHealthIndicator(Broker broker) {
        this.broker = broker;
    }

    @Override
    public Health health() {
        var trouble = broker.trouble();
        return trouble.isEmpty()
                ? Health.up().build()
                : Health.outOfService().withDetail("reason", trouble).build();
    }
}
