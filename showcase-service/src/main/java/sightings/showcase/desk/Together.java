package sightings.showcase.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import sightings.event.Event;
import sightings.event.EventCodec;
import sightings.showcase.settings.ShowcaseSettings;

/**
 * Sends events of several keys to Kafka in one transaction: readers see all of them or none. Its producer is opened when
 * it is first needed, and anew after any failure, since what came of the last transaction is then settled by opening.
 */
@Component
class Together implements DisposableBean {

    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(Together.class);

    private final EventCodec codec = new EventCodec();
    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<String, byte[]> producer;

    Together(KafkaProperties kafka, ShowcaseSettings showcase) {
        var all = new HashMap<>(kafka.buildProducerProperties());
        // Of one instance: a second process of the same name fences the first, which then opens anew.
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "desk-" + showcase.instance());
        all.put(ProducerConfig.CLIENT_ID_CONFIG, "desk-together");
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000);
        // One that a crash left open holds up the readers of its partitions for that long.
        all.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        this.settings = Map.copyOf(all);
    }

    /** Where each event is kept, in the same order; empty where Kafka did not confirm that it keeps all of them. */
    synchronized Optional<List<RecordMetadata>> send(List<? extends Event> events) {
        try {
            var open = opened();
            open.beginTransaction();
            var sending = new ArrayList<Future<RecordMetadata>>();
            for (Event event : events) {
                sending.add(open.send(codec.write(event)));
            }
            open.commitTransaction();
            var sent = new ArrayList<RecordMetadata>();
            for (Future<RecordMetadata> each : sending) {
                sent.add(each.get());
            }
            return Optional.of(sent);
        } catch (ExecutionException | KafkaException | IllegalStateException e) {
            log.warn("desk: Kafka did not confirm {} decisions of one transaction", events.size(), e);
            close(Duration.ZERO);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(Duration.ZERO);
            return Optional.empty();
        }
    }

    private KafkaProducer<String, byte[]> opened() {
        var open = producer;
        if (open == null) {
            open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = open;
            open.initTransactions();
        }
        return open;
    }

    private void close(Duration patience) {
        var open = producer;
        producer = null;
        if (open != null) {
            open.close(patience);
        }
    }

    @Override
    public synchronized void destroy() {
        close(FAREWELL);
    }
}
