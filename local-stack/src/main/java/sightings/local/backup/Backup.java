package sightings.local.backup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the kept topics of a broker to one compressed file of JSON lines. It may run while everything is at work: the
 * ends of all topics are taken first, and that of the checkpoints before all others, so that no checkpoint in the file
 * is ahead of what was read. A checkpoint behind only means that something is read twice, which changes nothing. For the
 * same reason the accesses that are counted are looked up before the ends of counting's stores.
 */
public final class Backup {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final String bootstrapServers;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();

    /** A backup of the broker at this address. */
    public Backup(String bootstrapServers, InstantSource clock) {
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
    }

    /** Writes all that is committed at this moment, and returns the number of records by topic. */
    public Map<String, Long> write(OutputStream file) throws IOException, InterruptedException {
        List<BackupLine.SavedTopic> topics = topics();
        Map<String, Long> counts = new LinkedHashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                Writer lines = new BufferedWriter(
                        new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.UTF_8))) {
            Map<TopicPartition, Long> counted = counted();
            Map<TopicPartition, Long> ends = ends(consumer, topics);
            write(lines, new BackupLine.Begin(BackupLine.VERSION, clock.instant(), topics));
            ends.forEach((partition, end) -> counts.merge(
                    partition.topic(), copy(consumer, partition, counted.get(partition), end, lines), Long::sum));
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            write(lines, new BackupLine.End(all));
        }
        return counts;
    }

    private List<BackupLine.SavedTopic> topics() throws IOException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            List<String> names = KeptTopics.among(admin.listTopics().names().get());
            Map<String, TopicDescription> described =
                    admin.describeTopics(names).allTopicNames().get();
            Map<ConfigResource, Config> settings = admin.describeConfigs(
                            names.stream().map(Backup::resource).toList())
                    .all()
                    .get();
            return described.values().stream()
                    .map(topic -> new BackupLine.SavedTopic(
                            topic.name(), topic.partitions().size(), own(settings, resource(topic.name()))))
                    .sorted(Comparator.comparing(topic -> names.indexOf(topic.name())))
                    .toList();
        } catch (ExecutionException failure) {
            throw new IOException("Kafka did not tell its topics", failure.getCause());
        }
    }

    /** Up to where accesses are counted. */
    private Map<TopicPartition, Long> counted() throws IOException, InterruptedException {
        Map<TopicPartition, Long> counted = new HashMap<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.listConsumerGroupOffsets(KeptTopics.COUNTING)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (offset != null && KeptTopics.onlyUncounted(partition.topic())) {
                            counted.put(partition, offset.offset());
                        }
                    });
            return counted;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof GroupIdNotFoundException nobodyHasCountedYet) {
                return counted;
            }
            throw new IOException("Kafka did not tell what is counted", failure.getCause());
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    /** What was set for the topic itself, without the broker's defaults. */
    private static Map<String, String> own(Map<ConfigResource, Config> settings, ConfigResource topic) {
        return settings.getOrDefault(topic, new Config(List.of())).entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        // A fetch that waits at one partition's end holds up the next partition's first: half a second
                        // for each of a hundred.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        10),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Map<TopicPartition, Long> ends(
            KafkaConsumer<byte[], byte[]> consumer, List<BackupLine.SavedTopic> topics) {
        Map<TopicPartition, Long> ends = new LinkedHashMap<>();
        for (BackupLine.SavedTopic topic : topics) {
            List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                    .toList();
            Map<TopicPartition, Long> offsets = consumer.endOffsets(partitions);
            partitions.forEach(partition -> ends.put(partition, offsets.get(partition)));
        }
        return ends;
    }

    private long copy(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            @Nullable Long begin,
            long end,
            Writer lines) {
        consumer.assign(List.of(partition));
        if (begin == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, begin);
        }
        long count = 0;
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    write(lines, saved(record));
                    count++;
                }
            }
        }
        return count;
    }

    private static BackupLine.Saved saved(ConsumerRecord<byte[], byte[]> record) {
        return new BackupLine.Saved(
                record.topic(),
                record.partition(),
                record.timestamp(),
                Bytes.text(record.key()),
                Bytes.base64(record.key()),
                Bytes.text(record.value()),
                Bytes.base64(record.value()),
                StreamSupport.stream(record.headers().spliterator(), false)
                        .map(header -> new BackupLine.SavedHeader(
                                header.key(), Bytes.text(header.value()), Bytes.base64(header.value())))
                        .toList());
    }

    private void write(Writer lines, BackupLine line) {
        try {
            lines.write(json.writerFor(BackupLine.class).writeValueAsString(line));
            lines.write('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
