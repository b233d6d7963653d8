package sightings.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import sightings.event.Topic;
import sightings.ingest.OwnKafka;
import sightings.ingest.settings.IngestSettings;

/** Tests for {@link CountingLag} on a real broker. */
class CountingLagIntegrationTests {

    private static final Duration DAY = Duration.ofHours(24);

    @TempDir
    Path folder;

    @Test
    void saysHowFarTheOldestUncountedAccessIsBehindTheNewest() throws Exception {
        try (var kafka = OwnKafka.start(folder.resolve("kafka"))) {
            var properties = new KafkaProperties();
            properties.setBootstrapServers(List.of(kafka.servers()));
            var clients = new KafkaClients(properties);
            var broker = new Broker(clients, new IngestSettings(folder, (short) 1, DAY, null, null));
            broker.start();
            broker.awaitTopics();
            broker.stop();
            assertThat(asked(clients)).as("there is nothing yet").isNull();

            long now = System.currentTimeMillis();
            long old = now - Duration.ofHours(30).toMillis();
            try (var producer = clients.transactionalProducer("test")) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(Topic.ACCESSES.topicName(), 3, old, "who", new byte[] {1}));
                producer.send(new ProducerRecord<>(Topic.ACCESSES.topicName(), 4, now, "else", new byte[] {1}));
                producer.commitTransaction();
            }
            assertThat(asked(clients))
                    .as("nothing is counted; the mark of the transaction is a little newer than what it holds")
                    .isBetween(Duration.ofHours(30), Duration.ofHours(31));

            counted(clients, 3, 1);
            assertThat(asked(clients))
                    .as("behind the old one there is nothing but the mark of its transaction")
                    .isNull();
        }
    }

    private static Duration asked(KafkaClients clients) throws InterruptedException {
        return new CountingLag(clients).beyond(DAY).orElse(null);
    }

    private static void counted(KafkaClients clients, int partition, long offset) throws Exception {
        try (var admin = clients.admin()) {
            admin.alterConsumerGroupOffsets(
                            CountingLag.GROUP,
                            Map.of(
                                    new TopicPartition(Topic.ACCESSES.topicName(), partition),
                                    new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        }
    }
}
