package sightings.showcase.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import sightings.event.DeadLetter;
import sightings.event.Topic;

/**
 * Counts what could not be read, by topic and reason. The letters themselves are read, up to a number: offsets also
 * count the marks of transactions. What they hold is not shown.
 */
@Component
class DeadLetterBox {

    private static final int MOST = 2_000;
    private static final int LONGEST_REASON = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final KafkaProperties kafka;
    private Letters last = new Letters(false, List.of(), false);
    private long readAt = System.nanoTime() - FRESH.toNanos();

    DeadLetterBox(KafkaProperties kafka) {
        this.kafka = kafka;
    }

    /**
     * What was found.
     *
     * @param known false where Kafka does not answer
     * @param letters by topic and reason
     * @param more whether there are more than were counted
     */
    record Letters(boolean known, List<Letter> letters, boolean more) {}

    /** So many records of this topic could not be read for this reason. */
    record Letter(String topic, String reason, long count) {}

    /** What there is, at most half a minute old. */
    synchronized Letters count() {
        if (System.nanoTime() - readAt >= FRESH.toNanos()) {
            last = read();
            readAt = System.nanoTime();
        }
        return last;
    }

    private Letters read() {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var there = consumer.listTopics(PATIENCE).keySet();
            var partitions = Arrays.stream(Topic.values())
                    .filter(topic -> there.contains(topic.deadLetterName()))
                    .flatMap(topic -> IntStream.range(0, topic.partitions())
                            .mapToObj(number -> new TopicPartition(topic.deadLetterName(), number)))
                    .toList();
            var begins = consumer.beginningOffsets(partitions, PATIENCE);
            var ends = consumer.endOffsets(partitions, PATIENCE);
            var filled = partitions.stream()
                    .filter(one -> ends.getOrDefault(one, 0L) > begins.getOrDefault(one, 0L))
                    .toList();
            return filled.isEmpty() ? new Letters(true, List.of(), false) : read(consumer, filled, ends);
        } catch (KafkaException e) {
            return new Letters(false, List.of(), false);
        }
    }

    private static Letters read(
            KafkaConsumer<String, byte[]> consumer, List<TopicPartition> filled, Map<TopicPartition, Long> ends) {
        consumer.assign(filled);
        consumer.seekToBeginning(filled);
        var counts = new TreeMap<String, Map<String, Long>>();
        int read = 0;
        long until = System.nanoTime() + PATIENCE.toNanos();
        boolean behind = true;
        while (behind && read < MOST && System.nanoTime() < until) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                var header = record.headers().lastHeader(DeadLetter.REASON);
                var reason = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
                counts.computeIfAbsent(record.topic().replaceFirst("\\.dlt$", ""), _ -> new TreeMap<>())
                        .merge(reason.substring(0, Math.min(LONGEST_REASON, reason.length())), 1L, Long::sum);
                read++;
            }
            behind = filled.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L));
        }
        var letters = new ArrayList<Letter>();
        counts.forEach(
                (topic, reasons) -> reasons.forEach((reason, count) -> letters.add(new Letter(topic, reason, count))));
        return new Letters(true, letters, behind);
    }

    private Map<String, Object> settings() {
        var settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "desk-dead-letters");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
        return settings;
    }
}
