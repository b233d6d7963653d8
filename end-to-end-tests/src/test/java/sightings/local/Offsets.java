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

    private final Admin admin;

    Offsets(String bootstrapServers) {
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

    /** How far the group has read a topic and committed that, all partitions together. */
    long committed(String group, Topic topic) {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(each -> each.getKey().topic().equals(topic.topicName()) && each.getValue() != null)
                    .mapToLong(each -> each.getValue().offset())
                    .sum();
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

    /**
     * Waits until all accesses are counted. On a busy machine counting may rest for longer than any wait for quiet. Behind
     * the last access of a partition stand the marks of its transaction and perhaps of one that was given up.
     */
    void awaitCounted() {
        Town.await(
                "all accesses are counted",
                () -> end(Topic.ACCESSES) - committed(ToldUsage.COUNTING, Topic.ACCESSES)
                        <= 2L * Topic.ACCESSES.partitions());
    }

    /** Whether the group has read these records and committed that. */
    boolean hasRead(String group, java.util.Collection<RecordMetadata> records) {
        try {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return records.stream().allMatch(record -> {
                var offset = committed.get(new TopicPartition(record.topic(), record.partition()));
                return offset != null && offset.offset() > record.offset();
            });
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
