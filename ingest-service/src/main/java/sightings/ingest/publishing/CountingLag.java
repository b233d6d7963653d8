package sightings.ingest.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import sightings.event.Topic;

/**
 * How far the counting is behind the reading of logs, on all instances together. Accesses are kept three days from when they
 * were sent; one that is not counted by then is lost, so whoever reads logs waits in time. Both ends are measured by when the
 * records were sent, not by what they tell of: a log of last year is not a year behind.
 */
@Component
public class CountingLag {

    /** The group under which accesses are counted. */
    public static final String GROUP = "sightings-usage";

    private static final Logger log = LoggerFactory.getLogger(CountingLag.class);
    private static final Duration ASKED_EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, Topic.ACCESSES.partitions())
            .mapToObj(partition -> new TopicPartition(Topic.ACCESSES.topicName(), partition))
            .toList();

    private final KafkaClients clients;
    private Duration last = Duration.ZERO;
    private long asked = System.nanoTime() - ASKED_EVERY.toNanos();

    CountingLag(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * How much later the newest access was sent than the oldest that is not counted. It is looked up twice a minute at most;
     * where the broker does not say, the last answer stands.
     *
     * @param most how far behind is of no interest to the caller
     * @return empty where it is at most that
     */
    public synchronized Optional<Duration> beyond(Duration most) throws InterruptedException {
        if (System.nanoTime() - asked >= ASKED_EVERY.toNanos()) {
            asked = System.nanoTime();
            try (var admin = clients.admin()) {
                last = behind(admin, most);
            } catch (ExecutionException | KafkaException e) {
                log.debug("How far the counting is behind is not known", e);
            }
        }
        return last.compareTo(most) > 0 ? Optional.of(last) : Optional.empty();
    }

    private Duration behind(Admin admin, Duration most) throws ExecutionException, InterruptedException {
        long newest = offsets(admin, OffsetSpec.maxTimestamp()).values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElse(-1);
        if (newest < 0) {
            return Duration.ZERO;
        }
        var counted = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        var recent = offsets(admin, OffsetSpec.forTimestamp(newest - most.toMillis()));
        var ends = offsets(admin, OffsetSpec.latest());
        var suspects = new ArrayList<TopicPartition>();
        for (var partition : PARTITIONS) {
            if (position(counted, partition) < first(recent, ends, partition)) {
                suspects.add(partition);
            }
        }
        long oldest = newest;
        try (var consumer = clients.reader(1)) {
            for (var partition : suspects) {
                oldest = Math.min(oldest, sent(consumer, partition, position(counted, partition), ends));
            }
        }
        return Duration.ofMillis(newest - oldest);
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(Admin admin, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(PARTITIONS.stream().collect(Collectors.toMap(each -> each, _ -> spec)))
                .all()
                .get();
    }

    private static long position(Map<TopicPartition, OffsetAndMetadata> counted, TopicPartition partition) {
        var offset = counted.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    /** The first record that is recent; the end where there is none. */
    private static long first(
            Map<TopicPartition, ListOffsetsResultInfo> recent,
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            TopicPartition partition) {
        var first = recent.get(partition);
        return first == null || first.offset() < 0 ? end(ends, partition) : first.offset();
    }

    private static long end(Map<TopicPartition, ListOffsetsResultInfo> ends, TopicPartition partition) {
        var end = ends.get(partition);
        return end == null ? 0 : end.offset();
    }

    /**
     * When the first committed record from here on was sent; the end of time where there is none, since what is left between the
     * position and the end may be marks of transactions.
     */
    private static long sent(
            KafkaConsumer<String, byte[]> consumer,
            TopicPartition partition,
            long from,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && consumer.position(partition) < end(ends, partition)) {
            for (var record : consumer.poll(PATIENCE)) {
                return record.timestamp();
            }
        }
        return Long.MAX_VALUE;
    }
}
