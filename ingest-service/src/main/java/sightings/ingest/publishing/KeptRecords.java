package sightings.ingest.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import sightings.event.Decoded;
import sightings.event.EventCodec;

/**
 * What one partition of a compacted topic keeps up to an offset: the last record of each key, in order, whether the
 * broker has compacted the earlier ones away yet or not. The keys are read first, then the records, each in small steps,
 * so that the reader can do something else in between. Memory grows with the number of keys of the partition. Used by
 * one thread.
 */
public final class KeptRecords implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    /**
     * One record.
     *
     * @param offset where it stands
     * @param key its key
     * @param decoded what it holds
     */
    public record Kept(long offset, String key, Decoded decoded) {}

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec;
    private final TopicPartition partition;
    private final long from;
    private final long until;
    private final Map<String, Long> last = new HashMap<>();
    private boolean keysKnown;
    private long next;

    KeptRecords(
            KafkaConsumer<String, byte[]> consumer, EventCodec codec, TopicPartition partition, long from, long until) {
        this.consumer = consumer;
        this.codec = codec;
        this.partition = partition;
        this.from = from;
        this.until = until;
        this.next = from;
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
    }

    /** The next ones; there may be none for now. */
    public List<Kept> next() {
        if (keysKnown) {
            return read();
        }
        // A key's last record stands behind those from which reading goes on: earlier ones need not be known.
        for (var record : consumer.poll(PATIENCE)) {
            if (record.key() != null && record.offset() < until) {
                last.put(record.key(), record.offset());
            }
        }
        if (consumer.position(partition) >= until) {
            keysKnown = true;
            consumer.seek(partition, from);
        }
        return List.of();
    }

    private List<Kept> read() {
        var kept = new ArrayList<Kept>();
        if (!done()) {
            for (var record : consumer.poll(PATIENCE)) {
                if (record.key() != null && Long.valueOf(record.offset()).equals(last.get(record.key()))) {
                    kept.add(new Kept(record.offset(), record.key(), codec.read(record)));
                }
            }
            next = Math.min(until, consumer.position(partition));
        }
        return kept;
    }

    /** From where to go on after the records that {@link #next} gave. */
    public long position() {
        return next;
    }

    /** Whether all have been given. */
    public boolean done() {
        return next >= until;
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
