package sightings.local.backup;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup into empty topics, each record into the partition it came from, in the order it had there. It never
 * writes into a topic that has records: two records of one key would contradict each other.
 */
public final class Restore {

    private static final short ONE_COPY = 1;

    private final String bootstrapServers;
    private final JsonMapper json = JsonMapper.builder().build();

    /** A restore to the broker at this address. */
    public Restore(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Reads the file to its end without writing anything, and returns the number of records; refuses one that is cut off. */
    public long check(InputStream file) throws IOException {
        try (BufferedReader lines = lines(file)) {
            begin(lines);
            return each(lines, saved -> {});
        }
    }

    /** Writes the file's records to the broker and returns their number. */
    public long read(InputStream file) throws IOException, InterruptedException {
        AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
        try (BufferedReader lines = lines(file);
                KafkaProducer<byte[], byte[]> producer = producer()) {
            prepare(begin(lines).topics());
            long count = each(
                    lines,
                    saved -> producer.send(record(saved), (sent, failure) -> failed.compareAndSet(null, failure)));
            producer.flush();
            if (failed.get() != null) {
                throw new IOException("Kafka did not take all records", failed.get());
            }
            return count;
        }
    }

    private static BufferedReader lines(InputStream file) throws IOException {
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8));
    }

    private BackupLine.Begin begin(BufferedReader lines) throws IOException {
        if (next(lines).orElse(null) instanceof BackupLine.Begin begin && begin.version() == BackupLine.VERSION) {
            return begin;
        }
        throw new BackupRefused("This is not a backup that this version can read");
    }

    private long each(BufferedReader lines, Consumer<BackupLine.Saved> action) throws IOException {
        long count = 0;
        for (Optional<BackupLine> line = next(lines); line.isPresent(); line = next(lines)) {
            switch (line.get()) {
                case BackupLine.Saved saved -> {
                    action.accept(saved);
                    count++;
                }
                case BackupLine.End end -> {
                    return confirmed(end, count);
                }
                case BackupLine.Begin again -> throw new BackupRefused("The backup begins twice");
            }
        }
        throw new BackupRefused("The backup is cut off after " + count + " records");
    }

    private static long confirmed(BackupLine.End end, long count) {
        if (end.records() != count) {
            throw new BackupRefused("The backup says it has " + end.records() + " records, and has " + count);
        }
        return count;
    }

    private Optional<BackupLine> next(BufferedReader lines) throws IOException {
        try {
            String line = lines.readLine();
            return line == null ? Optional.empty() : Optional.of(json.readValue(line, BackupLine.class));
        } catch (EOFException | ZipException cutOff) {
            throw new BackupRefused("The backup is cut off or damaged: " + cutOff.getMessage());
        } catch (JacksonException unreadable) {
            throw new BackupRefused("A line of the backup is not readable: " + unreadable.getOriginalMessage());
        }
    }

    private void prepare(List<BackupLine.SavedTopic> topics) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            for (BackupLine.SavedTopic topic : topics) {
                if (existing.contains(topic.name())) {
                    requireEmpty(admin, topic);
                } else {
                    NewTopic fresh = new NewTopic(topic.name(), topic.partitions(), ONE_COPY);
                    admin.createTopics(List.of(fresh.configs(topic.settings())))
                            .all()
                            .get();
                }
            }
        } catch (ExecutionException failure) {
            throw new IOException("Kafka did not prepare its topics", failure.getCause());
        }
    }

    private static void requireEmpty(Admin admin, BackupLine.SavedTopic topic)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (TopicDescription there : admin.describeTopics(List.of(topic.name()))
                .allTopicNames()
                .get()
                .values()) {
            there.partitions()
                    .forEach(info -> ends.put(new TopicPartition(topic.name(), info.partition()), OffsetSpec.latest()));
        }
        if (ends.size() != topic.partitions()) {
            throw new BackupRefused("The topic " + topic.name() + " has " + ends.size() + " partitions here and "
                    + topic.partitions() + " in the backup");
        }
        for (ListOffsetsResult.ListOffsetsResultInfo end :
                admin.listOffsets(ends).all().get().values()) {
            if (end.offset() > 0) {
                throw new BackupRefused(
                        "The topic " + topic.name() + " has records already. A backup is restored into an"
                                + " empty record: with --replace, what is there is deleted first.");
            }
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        // A partition that is as young as the producer may take the second batch before the first, and
                        // then refuses the first for ever (OUT_OF_ORDER_SEQUENCE_NUMBER): one at a time.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        512 * 1024,
                        // Observations may be this large.
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static ProducerRecord<byte[], byte[]> record(BackupLine.Saved saved) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                saved.topic(),
                saved.partition(),
                saved.timestamp(),
                Bytes.of(saved.key(), saved.key64()),
                Bytes.of(saved.value(), saved.value64()));
        saved.headers()
                .forEach(header -> record.headers().add(header.name(), Bytes.of(header.value(), header.value64())));
        return record;
    }
}
