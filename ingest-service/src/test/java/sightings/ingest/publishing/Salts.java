package sightings.ingest.publishing;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import sightings.event.EventCodec;

/** Salts for tests that never come to need one. */
public final class Salts {

    private Salts() {}

    /** Would ask a broker that is not there. */
    public static DaySalts withoutBroker(InstantSource clock) {
        var clients = new KafkaClients(new KafkaProperties());
        var codec = new EventCodec();
        return new DaySalts(clients, new CheckpointReader(clients, codec), codec, clock, Duration.ofHours(48));
    }
}
