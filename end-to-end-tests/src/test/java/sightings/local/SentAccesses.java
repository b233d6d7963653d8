package sightings.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import sightings.event.AccessesRead;
import sightings.event.Decoded;
import sightings.event.EventCodec;
import sightings.event.Topic;

/** How many accesses stand in topic {@code accesses}, and how many of them are counted: only what is new is read. */
final class SentAccesses implements AutoCloseable {

    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, Topic.ACCESSES.partitions())
            .mapToObj(partition -> new TopicPartition(Topic.ACCESSES.topicName(), partition))
            .toList();

    private final EventCodec codec = new EventCodec();
    private final Offsets offsets;

    /** Of each partition, how many accesses stand there up to each record with some. */
    private final Map<TopicPartition, TreeMap<Long, Long>> upTo = new HashMap<>();

    private final KafkaConsumer<String, byte[]> consumer;

    SentAccesses(String servers, Offsets offsets) {
        this.offsets = offsets;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        PARTITIONS.forEach(partition -> upTo.put(partition, new TreeMap<>()));
    }

    /** All that were sent, those that were sent twice both times. */
    long sent() {
        read();
        return upTo.values().stream().mapToLong(SentAccesses::last).sum();
    }

    /** Those of them that counting has taken, and committed that. */
    long counted() {
        read();
        var committed = offsets.committed(ToldUsage.COUNTING);
        return PARTITIONS.stream()
                .mapToLong(partition -> last(upTo.get(partition).headMap(committed.getOrDefault(partition, 0L))))
                .sum();
    }

    private static long last(java.util.SortedMap<Long, Long> upTo) {
        return upTo.isEmpty() ? 0 : upTo.get(upTo.lastKey());
    }

    private void read() {
        if (!offsets.exists(Topic.ACCESSES)) {
            return;
        }
        if (consumer.assignment().isEmpty()) {
            consumer.assign(PARTITIONS);
            consumer.seekToBeginning(PARTITIONS);
        }
        var ends = consumer.endOffsets(PARTITIONS);
        while (!PARTITIONS.stream().allMatch(each -> consumer.position(each) >= ends.getOrDefault(each, 0L))) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                if (codec.read(record) instanceof Decoded.Read(var id, AccessesRead read)) {
                    var partition = upTo.get(new TopicPartition(record.topic(), record.partition()));
                    partition.put(
                            record.offset(), last(partition) + read.accesses().size());
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
