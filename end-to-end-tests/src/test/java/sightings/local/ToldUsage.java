package sightings.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import sightings.event.Decoded;
import sightings.event.EventCodec;
import sightings.event.Topic;
import sightings.event.UsageCounted;

/** What topic {@code usage} says, the last of each day: only what is new is read. */
final class ToldUsage implements AutoCloseable {

    /** The group that counts. */
    static final String COUNTING = "sightings-usage";

    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, Topic.USAGE.partitions())
            .mapToObj(partition -> new TopicPartition(Topic.USAGE.topicName(), partition))
            .toList();

    private final EventCodec codec = new EventCodec();
    private final Map<String, UsageCounted> told = new HashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;

    ToldUsage(String servers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** As {@link UsageSums} has them. */
    SortedMap<String, String> sums(String profile) {
        read();
        return UsageSums.of(told.values(), profile);
    }

    private void read() {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(PARTITIONS);
            consumer.seekToBeginning(PARTITIONS);
        }
        var ends = consumer.endOffsets(PARTITIONS);
        while (!PARTITIONS.stream().allMatch(each -> consumer.position(each) >= ends.getOrDefault(each, 0L))) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                if (codec.read(record) instanceof Decoded.Read read && read.event() instanceof UsageCounted counted) {
                    told.put(record.key(), counted);
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
