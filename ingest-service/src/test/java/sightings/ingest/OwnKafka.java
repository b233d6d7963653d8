package sightings.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import sightings.engines.KafkaEngine;
import sightings.engines.Ports;
import sightings.event.Decoded;
import sightings.event.Event;
import sightings.event.EventCodec;
import sightings.event.Topic;

/** A real broker of a test's own, with the service's topics, and what is needed to look into it. */
public final class OwnKafka implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final KafkaEngine engine;
    private final EventCodec codec = new EventCodec();

    private OwnKafka(KafkaEngine engine) {
        this.engine = engine;
    }

    /** Starts a broker with its data in this folder. */
    public static OwnKafka start(Path folder) throws IOException {
        return new OwnKafka(KafkaEngine.start(folder, Ports.free()));
    }

    /** Where clients find it. */
    public String servers() {
        return engine.bootstrapServers();
    }

    /** The whole service on this broker, with a state folder of its own and these settings besides. */
    public ConfigurableApplicationContext ingest(Path state, Map<String, String> settings) {
        return ingest(state, settings, IngestApplication.class);
    }

    /** The whole service, with further beans of the test. */
    public ConfigurableApplicationContext ingest(Path state, Map<String, String> settings, Class<?>... sources) {
        var all = new HashMap<>(Map.of(
                "spring.kafka.bootstrap-servers", servers(),
                "sightings.state", state.toString(),
                "server.port", "0",
                "city.name", "Springfield",
                "city.site", "http://127.0.0.1:8080",
                "city.portals[0].address", "https://data.example.gov",
                "city.portals[0].kind", "socrata",
                // Nobody listens there: what is not under test fails and says so.
                "city.portals[0].catalogue", "http://127.0.0.1:9",
                "city.github.address", "http://127.0.0.1:9",
                "city.github.web", "http://127.0.0.1:9"));
        all.putAll(settings);
        return new SpringApplicationBuilder(IngestApplication.class)
                .sources(sources)
                .registerShutdownHook(false)
                .run(all.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
    }

    /** Sends the events as the service would. */
    public void send(List<? extends Event> events) {
        var settings = new Properties();
        settings.put("bootstrap.servers", servers());
        // As the service's own producers do.
        settings.put("max.in.flight.requests.per.connection", "1");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            events.forEach(event -> producer.send(codec.write(event)));
        }
    }

    /** All committed events of the topic, in the order of each partition. */
    public List<Event> events(Topic topic) {
        return records(topic).stream()
                .map(codec::read)
                .filter(Decoded.Read.class::isInstance)
                .map(each -> ((Decoded.Read) each).event())
                .toList();
    }

    /** All committed records of the topic. */
    public List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        return records(topic.topicName(), topic.partitions());
    }

    /** All committed records of the topic with this name. */
    public List<ConsumerRecord<String, byte[]>> records(String topic, int partitions) {
        var settings = new Properties();
        settings.put("bootstrap.servers", servers());
        settings.put("isolation.level", "read_committed");
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var all = IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var ends = consumer.endOffsets(all);
            while (!all.stream().allMatch(each -> consumer.position(each) >= ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    /** Waits until this holds, and fails with these words where it does not in time. */
    public static void await(String what, Duration patience, BooleanSupplier holds) {
        long until = System.nanoTime() + patience.toNanos();
        long asked = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Not within " + patience + ": " + what);
            }
            try {
                // A question that takes long is asked less often: it takes the time of those that it waits for.
                Thread.sleep(Duration.ofNanos(System.nanoTime() - asked)
                        .multipliedBy(3)
                        .plus(PAUSE));
                asked = System.nanoTime();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while waiting for: " + what, e);
            }
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
