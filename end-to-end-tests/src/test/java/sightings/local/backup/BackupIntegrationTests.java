package sightings.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightings.engines.KafkaEngine;
import sightings.engines.Ports;
import sightings.event.Topic;

/** Tests for {@link Backup} and {@link Restore}. */
class BackupIntegrationTests {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));
    private static final long SENT = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

    @TempDir
    Path folder = Path.of("");

    @Test
    void bringsBackWhatWasCommittedInItsPartitionsAndOrder() throws Exception {
        byte[] backup;
        List<String> before;
        try (KafkaEngine kafka = KafkaEngine.start(folder.resolve("first"), Ports.free())) {
            fill(kafka);
            before = content(kafka);
            backup = backup(kafka);
        }
        try (KafkaEngine kafka = KafkaEngine.start(folder.resolve("second"), Ports.free())) {
            Restore restore = new Restore(kafka.bootstrapServers());
            assertThat(restore.check(new ByteArrayInputStream(backup))).isEqualTo(5);
            assertThat(restore.read(new ByteArrayInputStream(backup))).isEqualTo(5);

            assertThat(content(kafka)).isEqualTo(before).hasSize(4);
            assertThat(settings(kafka)).containsEntry("cleanup.policy", "compact");
            assertThatExceptionOfType(BackupRefused.class)
                    .isThrownBy(() -> restore.read(new ByteArrayInputStream(backup)))
                    .withMessageContaining("has records already");
        }
    }

    @Test
    void leavesOutCountedAccessesAndRefusesAFileThatIsCutOff() throws Exception {
        try (KafkaEngine kafka = KafkaEngine.start(folder.resolve("first"), Ports.free())) {
            fill(kafka);
            byte[] backup = backup(kafka);

            String text = new String(
                    new GZIPInputStream(new ByteArrayInputStream(backup)).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .contains("\"key\":\"use-1\"")
                    .doesNotContain("a-visitor")
                    .doesNotContain("not-committed");

            byte[] cutOff = Arrays.copyOf(backup, backup.length - 40);
            assertThatExceptionOfType(BackupRefused.class)
                    .isThrownBy(() -> new Restore(kafka.bootstrapServers()).check(new ByteArrayInputStream(cutOff)));
        }
    }

    private byte[] backup(KafkaEngine kafka) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Map<String, Long> counts = new Backup(kafka.bootstrapServers(), CLOCK).write(file);
        assertThat(counts).containsEntry("uses", 3L).containsEntry("some-store-changelog", 1L);
        return file.toByteArray();
    }

    private static void fill(KafkaEngine kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(
                            topic(Topic.USES),
                            topic(Topic.CHECKPOINTS),
                            topic(Topic.ACCESSES),
                            new NewTopic("some-store-changelog", 2, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "t"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            ProducerRecord<String, byte[]> first =
                    new ProducerRecord<>("uses", 7, SENT, "use-1", "{\"título\":1}".getBytes(StandardCharsets.UTF_8));
            first.headers().add("ce_type", "sighted".getBytes(StandardCharsets.UTF_8));
            producer.send(first);
            producer.send(new ProducerRecord<>("uses", 7, SENT, "use-2", new byte[] {(byte) 0xff, 0, 1}));
            producer.send(new ProducerRecord<>("uses", 3, SENT, "use-3", (byte[]) null));
            producer.send(new ProducerRecord<>("some-store-changelog", 1, SENT, "cell", new byte[] {5}));
            producer.send(new ProducerRecord<>("accesses", 0, "a-visitor", new byte[0]));
            producer.send(new ProducerRecord<>("accesses", 0, "not-counted-yet", new byte[0]));
            producer.commitTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("uses", 1, SENT, "not-committed", new byte[] {1}));
            producer.flush();
            producer.abortTransaction();
        }
        countTheFirstAccess(kafka);
    }

    private static void countTheFirstAccess(KafkaEngine kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.alterConsumerGroupOffsets(
                            "sightings-usage", Map.of(new TopicPartition("accesses", 0), new OffsetAndMetadata(1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static NewTopic topic(Topic topic) {
        return new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(topic.settings());
    }

    private static Map<String, String> settings(KafkaEngine kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var resource = new org.apache.kafka.common.config.ConfigResource(
                    org.apache.kafka.common.config.ConfigResource.Type.TOPIC, "uses");
            return Map.of(
                    "cleanup.policy",
                    admin.describeConfigs(List.of(resource))
                            .all()
                            .get()
                            .get(resource)
                            .get("cleanup.policy")
                            .value());
        }
    }

    private static List<String> content(KafkaEngine kafka) {
        List<TopicPartition> partitions = List.of(
                new TopicPartition("uses", 3),
                new TopicPartition("uses", 7),
                new TopicPartition("some-store-changelog", 1));
        List<String> content = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            for (TopicPartition partition : partitions) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                long end = consumer.endOffsets(List.of(partition)).get(partition);
                while (consumer.position(partition) < end) {
                    consumer.poll(Duration.ofSeconds(1)).forEach(record -> content.add(line(record)));
                }
            }
        }
        return content;
    }

    private static String line(ConsumerRecord<String, byte[]> record) {
        return record.topic() + "-" + record.partition() + " " + record.timestamp() + " " + record.key() + " "
                + Arrays.toString(record.value()) + " " + record.headers();
    }
}
