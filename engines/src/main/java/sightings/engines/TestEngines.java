package sightings.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Kafka and Elasticsearch for integration tests: each is started when a test first asks for it, shared by all tests of
 * the JVM, and gone with its data when the JVM ends, however it ends. Tests keep apart by the names of their topics
 * and indices.
 *
 * <p>With Spring: {@code @DynamicPropertySource static void engines(DynamicPropertyRegistry registry) {
 * TestEngines.register(registry::add); }}
 */
public final class TestEngines {

    private static @Nullable Path folder;
    private static @Nullable KafkaEngine kafka;
    private static @Nullable ElasticsearchEngine elasticsearch;

    private TestEngines() {}

    /**
     * Both engines.
     * @param kafka the broker
     * @param elasticsearch the node
     */
    public record Both(KafkaEngine kafka, ElasticsearchEngine elasticsearch) {}

    /** Both engines, started at the same time if they are not there yet. */
    public static Both shared() {
        CompletableFuture<ElasticsearchEngine> node = CompletableFuture.supplyAsync(TestEngines::elasticsearch);
        return new Both(kafka(), node.join());
    }

    /** Gives the settings of Spring Boot that name the engines to a registry of properties; starts both. */
    public static void register(BiConsumer<String, Supplier<Object>> registry) {
        Both both = shared();
        registry.accept("spring.kafka.bootstrap-servers", () -> both.kafka().bootstrapServers());
        registry.accept(
                "spring.elasticsearch.uris",
                () -> both.elasticsearch().address().toString());
    }

    /** The broker. */
    public static KafkaEngine kafka() {
        Path base = folder();
        synchronized (KafkaEngine.class) {
            if (kafka == null) {
                kafka = startKafka(base.resolve("kafka"));
            }
            return kafka;
        }
    }

    /** The Elasticsearch node. */
    public static ElasticsearchEngine elasticsearch() {
        Path base = folder();
        synchronized (ElasticsearchEngine.class) {
            if (elasticsearch == null) {
                elasticsearch = startElasticsearch(base);
            }
            return elasticsearch;
        }
    }

    private static KafkaEngine startKafka(Path data) {
        try {
            return KafkaEngine.start(data, Ports.free());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ElasticsearchEngine startElasticsearch(Path base) {
        Path installation = base.resolveSibling("sightings-test-server-" + System.getProperty("user.name"));
        try {
            return ElasticsearchEngine.start(new ElasticsearchEngine.Settings(
                    installation,
                    base.resolve("elasticsearch"),
                    base.resolve("elasticsearch.log"),
                    Ports.free(),
                    ElasticsearchEngine.Settings.SMALL_HEAP,
                    // The supervisor outlives even a killed JVM, so it cleans up.
                    Map.of("SUPERVISE_REMOVE", base.toString())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Elasticsearch was starting", interrupted);
        }
    }

    private static synchronized Path folder() {
        if (folder == null) {
            try {
                Path created = Files.createTempDirectory("sightings-test-");
                // Elasticsearch runs as another user when we are root.
                Files.setPosixFilePermissions(created, PosixFilePermissions.fromString("rwxr-xr-x"));
                Runtime.getRuntime().addShutdownHook(new Thread(TestEngines::stop, "test-engines-stop"));
                folder = created;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return folder;
    }

    private static void stop() {
        if (elasticsearch != null) {
            elasticsearch.process().stop();
        }
        if (kafka != null) {
            kafka.close();
        }
        if (elasticsearch != null) {
            elasticsearch.close();
        }
        if (folder != null) {
            try {
                Folders.delete(folder);
            } catch (IOException busy) {
                // The operating system empties its temporary folder in the end.
                return;
            }
        }
    }
}
