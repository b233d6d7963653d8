package sightings.ingest.publishing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import sightings.event.CheckpointMoved;
import sightings.event.Event;
import sightings.event.EventCodec;
import sightings.event.PlaceConfirmed;
import sightings.event.SourceReported;
import sightings.event.Topic;
import sightings.evidence.SourceId;
import sightings.ingest.watching.Channel;
import sightings.ingest.watching.SourceLostException;

/**
 * One source's events on their way to Kafka. They gather here until they are committed, so that a transaction is open
 * only for as long as it takes to send it and never holds up the readers while a watcher thinks. After any failure the
 * channel is broken: what came of the last commit is only known by opening a new one.
 */
class KafkaChannel implements Channel {

    private static final int GATHERED = 1_000;
    private static final int GATHERED_BYTES = 4 << 20;
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final SourceId source;
    private final KafkaProducer<String, byte[]> producer;
    private final EventCodec codec;
    private final InstantSource clock;
    private final Map<String, Map<String, String>> parts;
    private final @Nullable SourceReported lastReport;
    private final int unreadable;
    private final List<ProducerRecord<String, byte[]>> gathered = new ArrayList<>();
    private int gatheredBytes;
    private boolean open;
    private boolean broken;

    KafkaChannel(
            SourceId source,
            KafkaProducer<String, byte[]> producer,
            CheckpointReader.Found found,
            EventCodec codec,
            InstantSource clock) {
        this.source = source;
        this.producer = producer;
        this.codec = codec;
        this.clock = clock;
        this.parts = new TreeMap<>(found.parts());
        this.lastReport = found.report();
        this.unreadable = found.unreadable();
    }

    @Override
    public void send(Event event) {
        gather(codec.write(event));
    }

    @Override
    public void forget(String place) {
        gather(codec.tombstone(Topic.OBSERVATIONS, place));
        gather(codec.tombstone(Topic.OBSERVATIONS, place, PlaceConfirmed.key(place)));
    }

    private void gather(ProducerRecord<String, byte[]> record) {
        gathered.add(record);
        gatheredBytes += record.value() == null ? 0 : record.value().length;
        if (gathered.size() >= GATHERED || gatheredBytes >= GATHERED_BYTES) {
            attempt(this::flush);
        }
    }

    @Override
    public void commit(String part, Map<String, String> state) {
        var moved = new CheckpointMoved(source, part, state, clock.instant());
        gathered.add(codec.write(moved));
        attempt(() -> {
            flush();
            producer.commitTransaction();
            open = false;
        });
        parts.put(part, moved.state());
    }

    @Override
    public void report(SourceReported report) {
        drop();
        gathered.add(codec.write(report));
        attempt(() -> {
            flush();
            producer.commitTransaction();
            open = false;
        });
    }

    @Override
    public void drop() {
        gathered.clear();
        gatheredBytes = 0;
        if (open && !broken) {
            attempt(() -> {
                producer.abortTransaction();
                open = false;
            });
        }
    }

    private void flush() {
        if (!open) {
            producer.beginTransaction();
            open = true;
        }
        // A failed send fails the commit; nobody needs to be called back.
        gathered.forEach(producer::send);
        gathered.clear();
        gatheredBytes = 0;
    }

    private void attempt(Runnable step) {
        if (broken) {
            throw new IllegalStateException("The channel of " + source + " has failed and must be opened anew");
        }
        try {
            step.run();
        } catch (KafkaException | IllegalStateException e) {
            broken = true;
            throw isLoss(e) ? new SourceLostException(source, e) : e;
        }
    }

    private static boolean isLoss(@Nullable Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof ProducerFencedException || each instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<Map<String, String>> of(String part) {
        return Optional.ofNullable(parts.get(part));
    }

    @Override
    public Map<String, Map<String, String>> all() {
        return Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    @Override
    public Optional<SourceReported> lastReport() {
        return Optional.ofNullable(lastReport);
    }

    @Override
    public int unreadable() {
        return unreadable;
    }

    @Override
    public boolean broken() {
        return broken;
    }

    @Override
    public void close() {
        // An open transaction is left to the next owner's initTransactions, or to its time limit.
        producer.close(broken || Thread.currentThread().isInterrupted() ? Duration.ZERO : FAREWELL);
    }
}
