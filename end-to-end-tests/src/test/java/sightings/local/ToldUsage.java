package sightings.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import sightings.event.AccessKind;
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

    /**
     * By dataset, all days and hours together: under the Code investigations, requests and both once a session, else views,
     * downloads and reads through the API, as the command prints them.
     */
    SortedMap<String, String> sums(String profile) {
        read();
        var sums = new TreeMap<String, long[]>();
        told.values().stream()
                .filter(counted -> counted.profile().equals(profile))
                .forEach(counted -> add(counted, sums));
        var written = new TreeMap<String, String>();
        sums.forEach((dataset, sum) -> written.put(dataset, Arrays.toString(sum)));
        return written;
    }

    private static void add(UsageCounted counted, Map<String, long[]> sums) {
        boolean code = counted.profile().equals(UsageCounted.COUNTER_RD);
        var sum = sums.computeIfAbsent(counted.dataset().value(), _ -> new long[code ? 4 : AccessKind.values().length]);
        for (var cell : counted.cells()) {
            if (code) {
                sum[0] += cell.count();
                sum[1] += cell.kind() == AccessKind.VIEW ? 0 : cell.count();
            } else {
                sum[cell.kind().ordinal()] += cell.count();
            }
        }
        for (var cell : counted.unique()) {
            sum[2] += cell.investigations();
            sum[3] += cell.requests();
        }
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
