package sightings.ingest.publishing;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Makes Kafka clients that agree on keys, values, isolation and where to begin. */
@Component
public class KafkaClients {

    private static final int PRODUCER_MEMORY = 8 << 20;
    private static final int LARGEST_REQUEST = 4 << 20;

    /** Each batch is packed, sent and checked by itself, with buffers of 64 KB for that; the default of 16 KB wastes most of them. */
    private static final int BATCH = 128 << 10;

    /** Nobody waits for so long: each transaction sends what is there when it ends. Until then batches may fill. */
    private static final int LINGER_MILLIS = 100;

    private final KafkaProperties settings;

    KafkaClients(KafkaProperties settings) {
        this.settings = settings;
    }

    Admin admin() {
        var properties = settings.buildAdminProperties();
        properties.put("request.timeout.ms", 5_000);
        properties.put("default.api.timeout.ms", 10_000);
        return Admin.create(properties);
    }

    /** A producer whose transactions shut out any older one of the same id. */
    public KafkaProducer<String, byte[]> transactionalProducer(String transactionalId) {
        var properties = producerProperties();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        // Transactions are short; one that died must not hold up the readers of its partitions for long.
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** A consumer without group that picks its partitions itself. */
    KafkaConsumer<String, byte[]> reader(boolean committedOnly) {
        var properties = consumerProperties();
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, committedOnly ? "read_committed" : "read_uncommitted");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The same for committed records, a few at a time. */
    KafkaConsumer<String, byte[]> reader(int records) {
        var properties = consumerProperties();
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, records);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);
        // It reads what is there and never waits for more; behind the last record there may be the mark of its
        // transaction.
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A member of a group, known again by its instance id when it comes back. */
    KafkaConsumer<String, byte[]> member(String group, String instance) {
        return member(group, instance, Map.of());
    }

    /** The same, with these settings of the consumer's own. */
    public KafkaConsumer<String, byte[]> member(String group, String instance, Map<String, Object> more) {
        var properties = consumerProperties();
        properties.putAll(more);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + instance);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> producerProperties() {
        var properties = new HashMap<>(settings.buildProducerProperties());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A partition that is as young as the producer may take its second batch before its first, and then refuses the
        // first for ever (OUT_OF_ORDER_SEQUENCE_NUMBER): one at a time.
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) PRODUCER_MEMORY);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return properties;
    }

    private Map<String, Object> consumerProperties() {
        var properties = new HashMap<>(settings.buildConsumerProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return properties;
    }
}
