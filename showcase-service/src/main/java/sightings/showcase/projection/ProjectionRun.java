package sightings.showcase.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightings.event.EventCodec;

/**
 * Reads one topic into one generation, in a thread of its own: records, changes, documents as they stand, fold, write,
 * and only then the offsets. Doing a batch twice changes nothing, so whatever fails is simply done again.
 */
final class ProjectionRun {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRun.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LAST_BATCH = Duration.ofSeconds(3);

    private final Projection projection;
    private final Generation generation;
    private final KafkaEdge kafka;
    private final DocumentStore store;
    private final DeadLetters deadLetters;
    private final EventCodec codec = new EventCodec();
    private final Counter records;
    private final Counter unreadable;
    private final Thread thread;

    private volatile boolean closing;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private volatile ProjectionStatus.@Nullable Stopped stopped;
    private volatile @Nullable String waiting;

    ProjectionRun(
            Projection projection,
            Generation generation,
            KafkaEdge kafka,
            DocumentStore store,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        this.projection = projection;
        this.generation = generation;
        this.kafka = kafka;
        this.store = store;
        this.deadLetters = deadLetters;
        var topic = projection.topic().topicName();
        this.records = Counter.builder("sightings.projection.records")
                .description("records read: folded, of no interest, put aside or stopped at")
                .tag("topic", topic)
                .register(meters);
        this.unreadable = Counter.builder("sightings.projection.unreadable")
                .description("records put aside or stopped at")
                .tag("topic", topic)
                .register(meters);
        this.thread = new Thread(this::run, "projection-" + topic);
        thread.setDaemon(true);
    }

    Projection projection() {
        return projection;
    }

    void start() {
        thread.start();
    }

    /** Ends after the batch under way, or soon where that waits for an engine. */
    void stop() {
        closing = true;
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            // An interrupt would make the consumer tell its log of a fault, so it is kept for what does not wake up.
            if (waiting != null || !thread.join(LAST_BATCH)) {
                thread.interrupt();
                thread.join(LAST_BATCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where and why it stopped; null while it goes on. */
    ProjectionStatus.@Nullable Stopped stopped() {
        return stopped;
    }

    /** What it waits for; null while it does not. */
    @Nullable
    String waiting() {
        return waiting;
    }

    private void run() {
        while (!closing && stopped == null) {
            try (var reading = kafka.consumer(projection, generation)) {
                consumer = reading;
                reading.subscribe(List.of(projection.topic().topicName()));
                follow(reading);
            } catch (WakeupException | org.apache.kafka.common.errors.InterruptException e) {
                // Somebody asked it to end; the loop looks whether it was meant.
                Thread.interrupted();
            } catch (DocumentStore.GenerationLost e) {
                LOG.warn(
                        "{}: {}; waiting for a new generation",
                        projection.topic().topicName(),
                        e.getMessage());
                waiting = "a new index";
                return;
            } catch (InterruptedException e) {
                return;
            } catch (KafkaException e) {
                LOG.warn(
                        "{}: Kafka refused to go on; beginning again",
                        projection.topic().topicName(),
                        e);
                waiting = "Kafka";
                pause(LONGEST_PAUSE);
            } catch (RuntimeException e) {
                LOG.error("{}: beginning again", projection.topic().topicName(), e);
                waiting = "a fault of this program: " + e.getClass().getSimpleName();
                pause(LONGEST_PAUSE);
            }
        }
    }

    private void follow(Consumer<String, byte[]> reading) throws DocumentStore.GenerationLost, InterruptedException {
        var committed = new HashMap<TopicPartition, Long>();
        while (!closing) {
            var polled = reading.poll(POLL);
            var inOrder = new ArrayList<ConsumerRecord<String, byte[]>>(polled.count());
            polled.forEach(inOrder::add);
            var batch = Batch.of(projection, codec, inOrder);
            var refused = apply(batch);
            records.increment(inOrder.size());
            var stop = refused == null ? batch.stop() : refused;
            if (stop != null) {
                if (refused == null) {
                    commit(reading, batch.next(), committed);
                }
                unreadable.increment();
                stopped = new ProjectionStatus.Stopped(projection.topic().topicName(), stop.where(), stop.reason());
                LOG.error("{}: stopped at {}: {}", projection.topic().topicName(), stop.where(), stop.reason());
                return;
            }
            commit(reading, positions(reading), committed);
        }
    }

    /** Writes what the batch changes; gives the record that must not be passed since no document can show it. */
    private Batch.@Nullable Aside apply(Batch batch) throws DocumentStore.GenerationLost, InterruptedException {
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                var refused = refused(
                        batch,
                        store.write(Folding.writes(
                                batch.changes(), store.read(batch.changes().keySet()))));
                if (!refused.isEmpty() && projection.stopsAtUnreadable()) {
                    return refused.getFirst();
                }
                for (var aside : refused) {
                    putAside(aside);
                }
                for (var aside : batch.aside()) {
                    putAside(aside);
                }
                waiting = null;
                return null;
            } catch (DocumentStore.Away | KafkaEdge.Away e) {
                if (closing) {
                    throw new InterruptedException();
                }
                if (waiting == null) {
                    LOG.warn("{}: waiting: {}", projection.topic().topicName(), e.getMessage(), e);
                }
                waiting = e.getMessage();
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** The records behind documents that Elasticsearch will never take. */
    private static List<Batch.Aside> refused(Batch batch, List<DocumentStore.Refused> documents) {
        return documents.stream()
                .flatMap(one -> batch.changes().getOrDefault(one.target(), List.of()).stream()
                        .map(change -> new Batch.Aside(
                                change.record(), "Elasticsearch takes no such document: " + one.reason())))
                .toList();
    }

    private void putAside(Batch.Aside aside) throws KafkaEdge.Away {
        deadLetters.keep(aside);
        unreadable.increment();
        LOG.warn("{}: put aside {}: {}", projection.topic().topicName(), aside.where(), aside.reason());
    }

    /** Where it stands in each partition, also behind records that only transactions see. */
    private static Map<TopicPartition, OffsetAndMetadata> positions(Consumer<String, byte[]> reading) {
        var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : reading.assignment()) {
            try {
                positions.put(partition, new OffsetAndMetadata(reading.position(partition, Duration.ofMillis(20))));
            } catch (TimeoutException e) {
                // Not known before Kafka has answered once.
                continue;
            }
        }
        return positions;
    }

    private static void commit(
            Consumer<String, byte[]> reading,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            Map<TopicPartition, Long> committed) {
        var moved = offsets.entrySet().stream()
                .filter(offset -> committed.getOrDefault(offset.getKey(), -1L)
                        != offset.getValue().offset())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (moved.isEmpty()) {
            return;
        }
        try {
            reading.commitSync(moved, Duration.ofSeconds(5));
            moved.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException e) {
            // Whoever reads on does the same batch again, which changes nothing.
            LOG.debug("Offsets not committed", e);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
