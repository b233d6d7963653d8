package sightings.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import sightings.event.Decoded;
import sightings.event.EventCodec;
import sightings.event.Topic;
import sightings.event.UsageCounted;

/** What topic {@code usage} says, the last of each day, however much there is: only what is new is read. */
final class ToldUsage implements AutoCloseable {

    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, Topic.USAGE.partitions())
            .mapToObj(partition -> new TopicPartition(Topic.USAGE.topicName(), partition))
            .toList();

    private final EventCodec codec = new EventCodec();
    private final Map<String, UsageCounted> told = new TreeMap<>();
    private final KafkaConsumer<String, byte[]> consumer;

    ToldUsage(String servers) {
        var settings = new Properties();
        settings.put("bootstrap.servers", servers);
        settings.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(PARTITIONS);
        consumer.seekToBeginning(PARTITIONS);
    }

    /** All of these as they are now. */
    List<UsageCounted> now(Predicate<UsageCounted> which) {
        var ends = consumer.endOffsets(PARTITIONS);
        while (!PARTITIONS.stream().allMatch(each -> consumer.position(each) >= ends.getOrDefault(each, 0L))) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                if (codec.read(record) instanceof Decoded.Read read && read.event() instanceof UsageCounted counted) {
                    told.put(record.key(), counted);
                }
            }
        }
        return told.values().stream().filter(which).collect(Collectors.toList());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
