package sightings.ingest.recognising;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import sightings.event.CheckpointMoved;
import sightings.event.DeadLetter;
import sightings.event.Decoded;
import sightings.event.Event;
import sightings.event.EventCodec;
import sightings.event.PlaceConfirmed;
import sightings.event.PlaceGone;
import sightings.event.PlaceObserved;
import sightings.event.Topic;
import sightings.ingest.catalogue.CatalogueView;
import sightings.ingest.publishing.Attempts;
import sightings.ingest.publishing.Broker;
import sightings.ingest.publishing.CheckpointReader;
import sightings.ingest.publishing.InstanceId;
import sightings.ingest.publishing.KafkaClients;
import sightings.ingest.publishing.KeptReader;

/**
 * Hands observations to the recogniser and tells its finds, each exactly once: what was read, what was found and what
 * stands at each place are committed in one transaction. It begins when {@link CatalogueView#ready the catalogue is ready}.
 * {@code seen = recognised + unrecognised + unreadable}.
 *
 * <p>What was found at a place is kept in {@code checkpoints} under the source {@code recogniser:<partition>}, so that a
 * find that no longer stands there can be taken back. After a change of the catalogue or the rules, {@link Relearner}
 * reads what was seen before again; what came of it is {@link sightings.event.FindsRevised}.
 */
@Component
class RecognisingListener implements SmartLifecycle {

    static final String GROUP = "recogniser";

    private static final Logger log = LoggerFactory.getLogger(RecognisingListener.class);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    /** A harvest changes many datasets one after the other; each change by itself is not worth reading all again. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Map<String, Object> LIMITS = Map.of(
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20);

    private final KafkaClients clients;
    private final CheckpointReader checkpoints;
    private final Broker broker;
    private final InstanceId instance;
    private final EventCodec codec;
    private final CatalogueView catalogue;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Recogniser recogniser = new Recogniser();
    private final Relearner relearner;
    private final Attempts attempts;
    private final Map<Integer, Map<String, Map<String, String>>> places = new HashMap<>();
    private final Map<String, Integer> outcomes = new HashMap<>();
    private volatile @Nullable Thread thread;
    private volatile @Nullable KafkaConsumer<String, byte[]> member;
    private volatile boolean running;

    RecognisingListener(
            KafkaClients clients,
            CheckpointReader checkpoints,
            Broker broker,
            InstanceId instance,
            EventCodec codec,
            CatalogueView catalogue,
            KeptReader kept,
            InstantSource clock,
            MeterRegistry meters) {
        this.clients = clients;
        this.checkpoints = checkpoints;
        this.broker = broker;
        this.instance = instance;
        this.codec = codec;
        this.catalogue = catalogue;
        this.clock = clock;
        this.meters = meters;
        this.relearner = new Relearner(catalogue, kept, recogniser, clock, SETTLING);
        this.attempts = new Attempts("Recognising", clock, PAUSE);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("recogniser").start(this::listenWhileRunning);
    }

    @Override
    public void stop() {
        running = false;
        var consumer = member;
        if (consumer != null) {
            consumer.wakeup();
        }
        var listening = thread;
        if (listening != null) {
            try {
                // Interrupted only where it does not heed the wake-up, so that it can take its leave of the broker.
                if (!listening.join(FAREWELL)) {
                    listening.interrupt();
                    listening.join(FAREWELL);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** With what follows topics, before the watchers begin. */
    @Override
    public int getPhase() {
        return 2;
    }

    private void listenWhileRunning() {
        while (running) {
            try {
                broker.awaitTopics();
                attempts.attempt(this::listenWhenReady);
            } catch (WakeupException | InterruptException | InterruptedException e) {
                // Only the end of the service wakes this thread; where it was not, the loop goes on.
            }
        }
    }

    /** What interrupts the recognising, for staff; empty where nothing does. */
    String trouble() {
        return attempts.trouble();
    }

    private void listenWhenReady() throws InterruptedException {
        while (running && !catalogue.ready()) {
            Thread.sleep(PATIENCE);
        }
        listen();
    }

    private void listen() throws InterruptedException {
        places.clear();
        relearner.drop();
        if (!running) {
            return;
        }
        try (var producer = clients.transactionalProducer(GROUP + "-" + instance.value());
                var consumer = clients.member(GROUP, instance.value(), LIMITS)) {
            producer.initTransactions();
            member = consumer;
            consumer.subscribe(List.of(Topic.OBSERVATIONS.topicName()));
            while (running) {
                var records = consumer.poll(relearner.partition() == null ? PATIENCE : Duration.ZERO);
                // A partition that went away and came back was somebody else's in between.
                places.keySet().retainAll(partitions(consumer));
                relearner.keep(places.keySet());
                if (!records.isEmpty()) {
                    recognise(records, consumer, producer);
                }
                relearn(consumer, producer);
                attempts.wentWell();
            }
        } finally {
            relearner.drop();
            member = null;
        }
    }

    private static java.util.Set<Integer> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.assignment().stream()
                .map(TopicPartition::partition)
                .collect(java.util.stream.Collectors.toSet());
    }

    private void recognise(
            ConsumerRecords<String, byte[]> records,
            KafkaConsumer<String, byte[]> consumer,
            KafkaProducer<String, byte[]> producer)
            throws InterruptedException {
        // Having records means that no transaction of a former owner is under way any more. And ours must not be yet:
        // what
        // stands at the places is read behind all transactions that are.
        for (var partition : records.partitions()) {
            read(partition.partition());
        }
        var next = new HashMap<TopicPartition, OffsetAndMetadata>();
        outcomes.clear();
        producer.beginTransaction();
        for (var partition : records.partitions()) {
            var before = parts(partition.partition());
            if (!before.containsKey(Relearner.LEARNED)
                    && records.records(partition).getFirst().offset() == 0) {
                relearner.noted(partition.partition(), before).forEach(event -> producer.send(codec.write(event)));
            }
            for (var record : records.records(partition)) {
                recognise(record, before, producer);
                next.put(partition, new OffsetAndMetadata(record.offset() + 1));
            }
        }
        producer.sendOffsetsToTransaction(next, consumer.groupMetadata());
        producer.commitTransaction();
        outcomes.forEach((outcome, count) -> meters.counter("sightings.recogniser.observations", "outcome", outcome)
                .increment(count));
    }

    /** One step of reading kept observations again, in a transaction of its own. */
    private void relearn(KafkaConsumer<String, byte[]> consumer, KafkaProducer<String, byte[]> producer)
            throws InterruptedException {
        for (var partition : consumer.assignment()) {
            if (relearner.partition() != null) {
                break;
            }
            // Its position is known only when no transaction of a former owner is under way any more.
            long position = position(consumer, partition);
            if (position >= 0) {
                read(partition.partition());
                var told = relearner.begin(partition.partition(), position, parts(partition.partition()));
                commit(told, partition, consumer, producer);
            }
        }
        var read = relearner.partition();
        if (read != null) {
            var partition = new TopicPartition(Topic.OBSERVATIONS.topicName(), read);
            // An older text of a place must not be read after a newer one.
            consumer.pause(List.of(partition));
            commit(relearner.step(parts(read)), partition, consumer, producer);
            if (relearner.partition() == null) {
                consumer.resume(List.of(partition));
            }
        }
    }

    private static long position(KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
        try {
            return consumer.position(partition, PATIENCE);
        } catch (TimeoutException e) {
            return -1;
        }
    }

    private void commit(
            List<Event> events,
            TopicPartition partition,
            KafkaConsumer<String, byte[]> consumer,
            KafkaProducer<String, byte[]> producer) {
        if (!events.isEmpty()) {
            producer.beginTransaction();
            events.forEach(event -> producer.send(codec.write(event)));
            // The position is the one that stands; naming it shuts out whoever has lost the partition meanwhile.
            producer.sendOffsetsToTransaction(
                    Map.of(partition, new OffsetAndMetadata(consumer.position(partition))), consumer.groupMetadata());
            producer.commitTransaction();
        }
    }

    private Map<String, Map<String, String>> parts(int partition) {
        return Objects.requireNonNull(places.get(partition));
    }

    private void read(int partition) throws InterruptedException {
        if (!places.containsKey(partition)) {
            places.put(
                    partition,
                    new HashMap<>(checkpoints.read(Relearner.source(partition)).parts()));
        }
    }

    private void recognise(
            ConsumerRecord<String, byte[]> record,
            Map<String, Map<String, String>> before,
            KafkaProducer<String, byte[]> producer) {
        switch (codec.read(record)) {
            case Decoded.Read(String _, PlaceObserved observed) -> recognise(record, observed, before, producer);
            case Decoded.Read(String _, PlaceConfirmed confirmed) ->
                tell(
                        record,
                        confirmed.place(),
                        PlaceFinds.confirmed(before.getOrDefault(confirmed.place(), Map.of()), confirmed.time()),
                        before,
                        producer);
            case Decoded.Read(String _, PlaceGone gone) ->
                tell(
                        record,
                        gone.place(),
                        PlaceFinds.gone(before.getOrDefault(gone.place(), Map.of()), gone),
                        before,
                        producer);
            case Decoded.Read(String _, var other) ->
                refuse(record, "not an observation: " + other.getClass().getSimpleName(), producer);
            case Decoded.Tombstone(String place) ->
                tell(
                        record,
                        place,
                        PlaceFinds.gone(before.getOrDefault(place, Map.of()), clock.instant()),
                        before,
                        producer);
            case Decoded.Unknown(String type) -> refuse(record, "unknown type " + type, producer);
            case Decoded.Unreadable(String reason) -> refuse(record, reason, producer);
        }
    }

    private void recognise(
            ConsumerRecord<String, byte[]> record,
            PlaceObserved observed,
            Map<String, Map<String, String>> before,
            KafkaProducer<String, byte[]> producer) {
        var observation = observed.observation();
        var place = observation.place().url();
        PlaceFinds finds;
        try {
            var sightings = recogniser.recognise(observation, catalogue.current());
            finds = PlaceFinds.seen(observation, sightings, before.getOrDefault(place, Map.of()));
        } catch (RuntimeException e) {
            log.error("An observation could not be recognised; it is kept as a dead letter", e);
            refuse(record, "recognising failed: " + e.getClass().getSimpleName(), producer);
            return;
        }
        count(finds.after().isEmpty() ? "unrecognised" : "recognised");
        tell(record, place, finds, before, producer);
    }

    private void tell(
            ConsumerRecord<String, byte[]> record,
            String place,
            PlaceFinds finds,
            Map<String, Map<String, String>> before,
            KafkaProducer<String, byte[]> producer) {
        finds.events().forEach(event -> producer.send(codec.write(event)));
        if (!finds.after().equals(before.getOrDefault(place, Map.of()))) {
            var moved =
                    new CheckpointMoved(Relearner.source(record.partition()), place, finds.after(), clock.instant());
            producer.send(codec.write(moved));
            before.put(place, finds.after());
        }
    }

    private void refuse(ConsumerRecord<String, byte[]> record, String reason, KafkaProducer<String, byte[]> producer) {
        count("unreadable");
        producer.send(DeadLetter.of(record, reason));
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }
}
