package sightings.ingest.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.event.Decoded;
import sightings.event.Event;
import sightings.event.EventCodec;
import sightings.event.PlaceConfirmed;
import sightings.event.PlaceGone;
import sightings.event.PlaceObserved;
import sightings.event.Topic;

/**
 * Looks up what is kept of one place. The topic has no index: all of the place's partition is read, for three seconds at
 * most, which is for questions that people ask now and then.
 */
@Component
public class KeptPlaces {

    private static final Duration MOST = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final EventCodec codec;

    KeptPlaces(KafkaClients clients, EventCodec codec) {
        this.clients = clients;
        this.codec = codec;
    }

    /** What is known of a place. */
    public sealed interface Kept {}

    /**
     * It was there.
     *
     * @param at when it was seen last
     */
    public record Seen(Instant at) implements Kept {}

    /**
     * It is gone.
     *
     * @param event why and since when
     */
    public record Gone(PlaceGone event) implements Kept {}

    /** Nothing is kept of it. */
    public record Nothing() implements Kept {}

    /** It could not be found out in time. */
    public record Unknown() implements Kept {}

    /** What is kept of the place with this address. */
    public Kept of(String place) {
        var partition =
                new TopicPartition(Topic.OBSERVATIONS.topicName(), EventCodec.partition(Topic.OBSERVATIONS, place));
        long until = System.nanoTime() + MOST.toNanos();
        try (var consumer = clients.reader(true)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition), MOST).getOrDefault(partition, 0L);
            ConsumerRecord<String, byte[]> last = null;
            ConsumerRecord<String, byte[]> confirmed = null;
            while (consumer.position(partition, MOST) < end) {
                if (System.nanoTime() > until) {
                    return new Unknown();
                }
                for (var record : consumer.poll(STEP)) {
                    if (place.equals(record.key())) {
                        last = record;
                    } else if (PlaceConfirmed.key(place).equals(record.key())) {
                        confirmed = record;
                    }
                }
            }
            return kept(event(last), event(confirmed));
        } catch (KafkaException e) {
            return new Unknown();
        }
    }

    private @Nullable Event event(@Nullable ConsumerRecord<String, byte[]> record) {
        return record != null && codec.read(record) instanceof Decoded.Read(String _, Event event) ? event : null;
    }

    private static Kept kept(@Nullable Event last, @Nullable Event confirmed) {
        return switch (last) {
            case PlaceGone gone -> new Gone(gone);
            case PlaceObserved seen ->
                new Seen(confirmed != null && confirmed.time().isAfter(seen.time()) ? confirmed.time() : seen.time());
            case null, default -> new Nothing();
        };
    }
}
