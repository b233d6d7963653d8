package sightings.ingest.publishing;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import sightings.event.EventCodec;

/** Salts for tests without a broker. */
public final class Salts {

    private Salts() {}

    /** For tests that never come to need one: would ask a broker that is not there. */
    public static DaySalts withoutBroker(InstantSource clock) {
        var clients = new KafkaClients(new KafkaProperties());
        var codec = new EventCodec();
        return new DaySalts(clients, new CheckpointReader(clients, codec), codec, clock, Duration.ofHours(48));
    }

    /** The same salt for each day, all of which are open. */
    public static DaySalts ofOpenDays(InstantSource clock) {
        var clients = new KafkaClients(new KafkaProperties());
        var codec = new EventCodec();
        return new DaySalts(clients, new CheckpointReader(clients, codec), codec, clock, Duration.ofHours(48)) {
            @Override
            public synchronized Salt of(LocalDate day, String latePart) {
                return new Salt(OPEN_PART, new byte[32]);
            }

            @Override
            public synchronized int destroyDue() {
                return 0;
            }
        };
    }
}
