package sightings.ingest.usage;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import sightings.event.AccessesRead;
import sightings.event.DatasetAccessed;
import sightings.event.Decoded;
import sightings.event.EventCodec;
import sightings.event.Topic;
import sightings.event.UsageCounted;

/** The whole topology without a broker, as one instance runs it, in memory. */
final class TestedTopology implements AutoCloseable {

    private final EventCodec codec = new EventCodec();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> accesses;

    TestedTopology(Path folder, String name) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(name).toString());
        // As in the service; besides, it spares a file for each record.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        driver = new TopologyTestDriver(
                UsageTopology.build(
                        codec, new SimpleMeterRegistry().counter("unreadable"), Stores::inMemoryKeyValueStore),
                settings,
                Instant.parse("2026-11-23T18:00:00Z"));
        accesses =
                driver.createInputTopic(Topic.ACCESSES.topicName(), new StringSerializer(), new ByteArraySerializer());
    }

    /** Takes them in as one record. */
    void add(List<DatasetAccessed> read) {
        add(codec.write(new AccessesRead(read)));
    }

    /** Takes it in alone in its record, as earlier releases sent it. */
    void add(DatasetAccessed access) {
        add(codec.write(access));
    }

    private void add(ProducerRecord<String, byte[]> record) {
        accesses.pipeInput(new TestRecord<>(record.key(), record.value(), new RecordHeaders(record.headers())));
    }

    /** Lets it tell what changed until now. */
    void tell() {
        tell(driver);
    }

    /** The first look may pass over what changed too much. */
    static void tell(TopologyTestDriver driver) {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    /** So much time goes by, in which it does what it does every ten seconds. */
    void pass(Duration time) {
        driver.advanceWallClockTime(time);
        for (int i = 0; i < 20; i++) {
            driver.advanceWallClockTime(Duration.ofSeconds(10));
        }
    }

    /** What is in a store. */
    <V> Map<String, V> stored(String store) {
        var stored = new TreeMap<String, V>();
        try (KeyValueIterator<String, V> all =
                driver.<String, V>getKeyValueStore(store).all()) {
            all.forEachRemaining(each -> stored.put(each.key, each.value));
        }
        return stored;
    }

    /** What was told of each day last, by key. */
    Map<String, UsageCounted> told() {
        tell();
        var usage = driver.createOutputTopic(
                Topic.USAGE.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
        var told = new TreeMap<String, UsageCounted>();
        for (var record : usage.readRecordsToList()) {
            var consumed = new ConsumerRecord<>(Topic.USAGE.topicName(), 0, 0, record.key(), record.value());
            record.headers().forEach(consumed.headers()::add);
            told.put(record.key(), (UsageCounted) ((Decoded.Read) codec.read(consumed)).event());
        }
        return told;
    }

    @Override
    public void close() {
        driver.close();
    }
}
