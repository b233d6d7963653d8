package sightings.showcase.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import sightings.event.Topic;

/** What the projections ask of Kafka beside reading: who it is, how far it goes, how far they are. */
final class KafkaEdge implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final KafkaProperties settings;
    private final String instance;
    private final Admin admin;

    KafkaEdge(KafkaProperties settings, String instance) {
        this.settings = settings;
        this.instance = instance;
        var properties = settings.buildAdminProperties();
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        this.admin = Admin.create(properties);
    }

    /** Kafka cannot say it now. */
    static final class Away extends Exception {

        private static final long serialVersionUID = 1L;

        Away(Throwable cause) {
            super("Kafka does not answer", cause);
        }
    }

    /** A consumer of this projection into this generation; it never commits by itself. */
    Consumer<String, byte[]> consumer(Projection projection, Generation generation) {
        var properties = settings.buildConsumerProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, generation.group(projection));
        properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, generation.group(projection) + "-" + instance);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024 * 1024);
        // A topic that another service creates later is found within seconds.
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The cluster's id: offsets of another cluster mean other events. */
    String clusterId() throws Away {
        return answer(admin.describeCluster().clusterId());
    }

    /** The offsets at which these topics end now for readers of committed records; topics that are not there have none. */
    Map<TopicPartition, Long> ends(List<Topic> topics) throws Away {
        var there = answer(admin.listTopics().names());
        var partitions = new HashMap<TopicPartition, OffsetSpec>();
        var asked = topics.stream()
                .map(Topic::topicName)
                .filter(there::contains)
                .distinct()
                .toList();
        answer(admin.describeTopics(asked).allTopicNames())
                .forEach((topic, described) -> described
                        .partitions()
                        .forEach(partition ->
                                partitions.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        var ends = answer(admin.listOffsets(partitions, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** How far the generation's groups have committed, whichever instance did. */
    Map<TopicPartition, Long> committed(Generation generation) throws Away {
        var groups = new HashMap<String, ListConsumerGroupOffsetsSpec>();
        for (var projection : Projection.values()) {
            groups.put(generation.group(projection), new ListConsumerGroupOffsetsSpec());
        }
        var committed = new HashMap<TopicPartition, Long>();
        var all = admin.listConsumerGroupOffsets(groups);
        for (var group : groups.keySet()) {
            Map<TopicPartition, OffsetAndMetadata> offsets = answer(all.partitionsToOffsetAndMetadata(group));
            offsets.forEach((partition, offset) -> {
                if (offset != null) {
                    committed.put(partition, offset.offset());
                }
            });
        }
        return committed;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private static <R> R answer(KafkaFuture<R> future) throws Away {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away(e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new Away(e);
        }
    }
}
