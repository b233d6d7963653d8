package sightings.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import sightings.event.Topic;

/** What a topic has, from its beginning, each committed record once: only what is new is read. */
final class TopicTail implements AutoCloseable {

    private final List<TopicPartition> partitions;
    private final KafkaConsumer<String, byte[]> consumer;

    TopicTail(String servers, Topic topic) {
        partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    List<TopicPartition> partitions() {
        return partitions;
    }

    /** Hands on what has come since the last time, to the end as it is now. The topic must be there. */
    void read(Consumer<ConsumerRecord<String, byte[]>> taker) {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        var ends = consumer.endOffsets(partitions);
        while (!partitions.stream().allMatch(each -> consumer.position(each) >= ends.getOrDefault(each, 0L))) {
            consumer.poll(Duration.ofMillis(100)).forEach(taker);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
