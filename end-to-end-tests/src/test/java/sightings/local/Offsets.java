package sightings.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import sightings.event.Topic;

/** How far the topics of a town have grown: for waiting until it is quiet, and for striking while it is not. */
final class Offsets implements AutoCloseable {

    /** All but the checkpoints, in which sources report on and on. */
    private static final List<Topic> GROWING = List.of(
            Topic.CATALOGUE, Topic.OBSERVATIONS, Topic.USES, Topic.ACCESSES, Topic.USAGE, Topic.ENTRIES, Topic.PEOPLE);

    private final String servers;
    private final Admin admin;

    Offsets(String bootstrapServers) {
        this.servers = bootstrapServers;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** End offset of a topic, all partitions together; 0 where it is not there yet. */
    long end(Topic topic) {
        var partitions = new HashMap<TopicPartition, OffsetSpec>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            partitions.put(new TopicPartition(topic.topicName(), partition), OffsetSpec.latest());
        }
        try {
            return admin.listOffsets(partitions).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether the topic was created. */
    boolean exists(Topic topic) {
        try {
            return admin.listTopics().names().get().contains(topic.topicName());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How far the group has read each partition and committed that. */
    Map<TopicPartition, Long> committed(String group) {
        try {
            var committed = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            committed.put(partition, offset.offset());
                        }
                    });
            return committed;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until nothing has grown for so long. */
    void awaitQuiet(java.time.Duration time) {
        var last = new long[] {-1, System.nanoTime()};
        Town.await("the topics are quiet", () -> {
            long now = GROWING.stream().mapToLong(this::end).sum();
            if (now != last[0]) {
                last[0] = now;
                last[1] = System.nanoTime();
            }
            return System.nanoTime() - last[1] > time.toNanos();
        });
    }

    /** Waits until all accesses are counted. On a busy machine counting may rest for longer than any wait for quiet. */
    void awaitCounted() {
        try (var accesses = new SentAccesses(servers, this)) {
            Town.await("all accesses are counted", () -> accesses.counted() == accesses.sent());
        }
    }

    /** Whether the group has read these records and committed that. */
    boolean hasRead(String group, java.util.Collection<RecordMetadata> records) {
        var committed = committed(group);
        return records.stream()
                .allMatch(record -> committed.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)
                        > record.offset());
    }

    @Override
    public void close() {
        admin.close();
    }
}
