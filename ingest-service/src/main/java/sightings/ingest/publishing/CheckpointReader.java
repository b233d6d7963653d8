package sightings.ingest.publishing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.event.CheckpointMoved;
import sightings.event.Decoded;
import sightings.event.EventCodec;
import sightings.event.SourceReported;
import sightings.event.Topic;
import sightings.evidence.SourceId;

/**
 * Reads what the broker holds about one source. It is called when the former owner has been shut out, and reads committed
 * records up to the end of <em>all</em> records as it was then: a transaction of the former owner that was being
 * committed is waited for, not missed.
 */
@Component
public class CheckpointReader {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final EventCodec codec;

    CheckpointReader(KafkaClients clients, EventCodec codec) {
        this.clients = clients;
        this.codec = codec;
    }

    /**
     * What was found.
     *
     * @param parts state by part
     * @param report the last report
     * @param unreadable records under the source's keys that could not be read
     */
    public record Found(
            Map<String, Map<String, String>> parts,
            @Nullable SourceReported report,
            int unreadable) {}

    /** What the broker holds about this source. */
    public Found read(SourceId source) throws InterruptedException {
        var partition = new TopicPartition(
                Topic.CHECKPOINTS.topicName(), EventCodec.partition(Topic.CHECKPOINTS, source.value()));
        long end = end(partition);
        try (var consumer = clients.reader(true)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return readUpTo(end, partition, consumer, source);
        }
    }

    private long end(TopicPartition partition) {
        try (var consumer = clients.reader(false)) {
            return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        }
    }

    private Found readUpTo(long end, TopicPartition partition, KafkaConsumer<String, byte[]> consumer, SourceId source)
            throws InterruptedException {
        var parts = new TreeMap<String, Map<String, String>>();
        SourceReported report = null;
        int unreadable = 0;
        while (consumer.position(partition) < end) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            for (var record : consumer.poll(PATIENCE)) {
                switch (codec.read(record)) {
                    case Decoded.Read read
                    when read.event() instanceof CheckpointMoved moved
                            && moved.source().equals(source) -> parts.put(moved.part(), moved.state());
                    case Decoded.Read read
                    when read.event() instanceof SourceReported reported
                            && reported.source().equals(source) -> report = reported;
                    case Decoded.Read read -> {
                        // Another source of the same partition.
                    }
                    case Decoded.Tombstone tombstone -> parts.remove(partOf(source, tombstone.key()));
                    case Decoded.Unknown unknown -> unreadable += isOf(source, record.key()) ? 1 : 0;
                    case Decoded.Unreadable broken -> unreadable += isOf(source, record.key()) ? 1 : 0;
                }
            }
        }
        return new Found(parts, report, unreadable);
    }

    private static String partOf(SourceId source, @Nullable String key) {
        return isOf(source, key) && key != null ? key.substring(source.value().length() + 1) : "";
    }

    private static boolean isOf(SourceId source, @Nullable String key) {
        return key != null && key.startsWith(source.value() + "/");
    }
}
