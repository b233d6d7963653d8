package sightings.ingest.usage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import sightings.event.EventCodec;
import sightings.ingest.publishing.Broker;
import sightings.ingest.publishing.CountingLag;
import sightings.ingest.publishing.InstanceId;
import sightings.ingest.settings.IngestSettings;

/**
 * Runs the counting for as long as the service runs: begins when the topics are there, and begins again where it stopped
 * after trouble with the broker.
 */
@Component
class Counting implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Counting.class);
    private static final String APPLICATION = CountingLag.GROUP;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /** More of them wait for the broker; each has a producer and memory of its own. */
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    /** Of what a partition has; a record holds up to 200 accesses, of some 80 KB. */
    private static final int RECORDS_AT_HAND = 20;

    /** Of counts that changed since the last commit, all threads together. */
    private static final long CACHED_BYTES = 8L << 20;

    private final KafkaProperties kafka;
    private final IngestSettings settings;
    private final InstanceId instance;
    private final Broker broker;
    private final EventCodec codec;
    private final MeterRegistry meters;
    private final Counter unreadable;
    private final KeptStores stores;
    private volatile @Nullable Thread thread;
    private volatile @Nullable KafkaStreams streams;

    Counting(
            KafkaProperties kafka,
            IngestSettings settings,
            InstanceId instance,
            Broker broker,
            EventCodec codec,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.settings = settings;
        this.instance = instance;
        this.broker = broker;
        this.codec = codec;
        this.meters = meters;
        this.stores = new KeptStores(folder(), APPLICATION);
        this.unreadable = Counter.builder("sightings.accesses.unreadable")
                .description("Accesses that went to the dead letters")
                .register(meters);
    }

    /** How it goes, for health: the state's name, or why there is none yet. */
    String state() {
        var current = streams;
        return current == null ? "WAITING" : current.state().name();
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("counting").start(this::keepRunning);
    }

    @Override
    public void stop() {
        var keeping = thread;
        thread = null;
        if (keeping != null) {
            keeping.interrupt();
            try {
                keeping.join(FAREWELL.plusSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return 5;
    }

    private void keepRunning() {
        try {
            broker.awaitTopics();
            while (thread != null) {
                try {
                    stores.begin();
                    runUntilItFails();
                } catch (UncheckedIOException e) {
                    log.warn("Counting waits: its files in {} cannot be changed", folder(), e);
                } catch (KafkaException e) {
                    // Such as while the one before, which was asked to end, still has its files.
                    log.warn("Counting waits: it could not begin", e);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilItFails() throws InterruptedException {
        try (var metrics = new Metered(new KafkaStreams(
                UsageTopology.build(codec, unreadable, Stores::persistentKeyValueStore), properties()))) {
            var running = metrics.streams;
            running.setUncaughtExceptionHandler(failure -> {
                log.warn("Counting failed and begins again where it stopped", failure);
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams = running;
            running.start();
            log.info("Counting begins");
            while (!running.state().hasCompletedShutdown() && running.state() != KafkaStreams.State.PENDING_ERROR) {
                Thread.sleep(PAUSE);
            }
        } finally {
            streams = null;
        }
    }

    /** Streams with their meters, closed together. */
    private final class Metered implements AutoCloseable {

        private final KafkaStreams streams;
        private final KafkaStreamsMetrics metrics;

        Metered(KafkaStreams streams) {
            this.streams = streams;
            this.metrics = new KafkaStreamsMetrics(streams);
            metrics.bindTo(meters);
        }

        @Override
        public void close() {
            boolean interrupted = Thread.interrupted();
            if (streams.close(FAREWELL) && streams.state() == KafkaStreams.State.NOT_RUNNING) {
                stores.endedInOrder();
            }
            metrics.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Path folder() {
        return settings.state().resolve("streams");
    }

    private Properties properties() {
        var properties = new Properties();
        properties.putAll(kafka.buildAdminProperties());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, String.join(",", kafka.getBootstrapServers()));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, APPLICATION + "-" + instance.value());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder().toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.replication());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHED_BYTES);
        properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, RECORDS_AT_HAND);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                APPLICATION + "-" + instance.value());
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5 * RECORDS_AT_HAND);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 8 << 20);
        // A slow machine may take long between two commits; the next start ends what a killed one left open.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 60_000);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 8L << 20);
        // Each batch is packed by itself, with buffers of this size.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 64 << 10);
        // As with all producers of this service: a young partition takes batches in the wrong order.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        return properties;
    }
}
