package sightings.showcase.projection;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import sightings.event.DeadLetter;

/** Keeps records that cannot be read, with the reason, before the projection goes on. */
final class DeadLetters {

    private static final int SECONDS = 10;

    private final KafkaOperations<String, byte[]> kafka;

    DeadLetters(KafkaOperations<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /** Returns once the broker has it. */
    void keep(Batch.Aside aside) throws KafkaEdge.Away {
        try {
            kafka.send(DeadLetter.of(aside.record(), aside.reason())).get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaEdge.Away(e);
        } catch (ExecutionException | TimeoutException | KafkaException | org.springframework.kafka.KafkaException e) {
            throw new KafkaEdge.Away(e);
        }
    }
}
