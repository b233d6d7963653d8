package sightings.ingest.publishing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import sightings.city.CitySettings;
import sightings.event.CheckpointMoved;
import sightings.event.Decoded;
import sightings.event.EventCodec;
import sightings.event.SaltDrawn;
import sightings.event.Topic;
import sightings.evidence.SourceId;

/**
 * The random salt of each log day, under which visitors of that day have their pseudonyms. It is drawn once, is in the
 * record before it is used, and is destroyed some time after the last line of its day was read, 48 hours where {@code city.yml} sets nothing else; the day is
 * closed then.
 * A line that comes still later is counted apart, in an import part with a salt of its own.
 *
 * <p>Any number of instances may ask at the same time. Whoever draws holds the one transactional id of this topic, and has
 * read the topic after shutting out the holder before: so two can never draw for the same day. The record of a salt
 * says when it was last used, to the hour, so that whoever comes by can tell which are due.
 */
@Component
public class DaySalts implements DisposableBean {

    /** The part of lines that were read while their day was open. */
    public static final String OPEN_PART = "-";

    private static final SourceId SOURCE = new SourceId("salts");
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration NOTED_EVERY = Duration.ofHours(1);
    private static final int LENGTH = 32;

    private final KafkaClients clients;
    private final CheckpointReader checkpoints;
    private final EventCodec codec;
    private final InstantSource clock;
    private final Duration openFor;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SaltDrawn> salts = new HashMap<>();
    private final Set<LocalDate> closed = new HashSet<>();
    private @Nullable KafkaProducer<String, byte[]> producer;

    @Autowired
    DaySalts(
            KafkaClients clients,
            CheckpointReader checkpoints,
            EventCodec codec,
            InstantSource clock,
            CitySettings city) {
        this(clients, checkpoints, codec, clock, city.counting().openFor());
    }

    /** @param openFor how long after its last line was read a day can still grow */
    DaySalts(
            KafkaClients clients,
            CheckpointReader checkpoints,
            EventCodec codec,
            InstantSource clock,
            Duration openFor) {
        this.clients = clients;
        this.checkpoints = checkpoints;
        this.codec = codec;
        this.clock = clock;
        this.openFor = openFor;
    }

    /**
     * A day's salt and the part in which its lines are counted.
     *
     * @param part import part, {@code -} while the day is open
     * @param bytes the salt
     */
    public record Salt(String part, byte[] bytes) {

        /** Never shows the salt. */
        @Override
        public String toString() {
            return "Salt[" + part + "]";
        }
    }

    /**
     * The salt for a line of this day.
     *
     * @param day UTC day of the line
     * @param latePart the part in which the line is counted where its day is closed
     */
    public synchronized Salt of(LocalDate day, String latePart) throws InterruptedException {
        var known = current(day, latePart);
        if (known == null || isStale(known)) {
            known = drawnOrNoted(day, latePart);
        }
        return new Salt(known.part(), Base64.getDecoder().decode(known.salt()));
    }

    /** Destroys the salts of all days that can grow no more, and closes those days. Answers how many. */
    public synchronized int destroyDue() throws InterruptedException {
        open();
        var due = salts.values().stream()
                .filter(salt -> salt.time().plus(openFor).plus(NOTED_EVERY).isBefore(clock.instant()))
                .toList();
        if (!due.isEmpty()) {
            inTransaction(sender -> due.forEach(salt -> {
                sender.send(new ProducerRecord<>(Topic.SALTS.topicName(), 0, salt.subject(), null));
                sender.send(codec.write(
                        new CheckpointMoved(SOURCE, salt.day().toString(), Map.of("closed", "true"), clock.instant())));
            }));
            due.forEach(salt -> {
                salts.remove(salt.subject());
                closed.add(salt.day());
            });
        }
        return due.size();
    }

    private @Nullable SaltDrawn current(LocalDate day, String latePart) {
        return salts.get(day + "/" + (closed.contains(day) ? latePart : OPEN_PART));
    }

    private boolean isStale(SaltDrawn salt) {
        return salt.time().plus(NOTED_EVERY).isBefore(clock.instant());
    }

    private SaltDrawn drawnOrNoted(LocalDate day, String latePart) throws InterruptedException {
        open();
        var before = current(day, latePart);
        if (before != null && !isStale(before)) {
            return before;
        }
        var part = closed.contains(day) ? latePart : OPEN_PART;
        var salt = new SaltDrawn(day, part, before == null ? draw() : before.salt(), clock.instant());
        inTransaction(sender -> sender.send(codec.write(salt)));
        salts.put(salt.subject(), salt);
        return salt;
    }

    private String draw() {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** What is to be sent in one transaction. */
    private interface Sending {
        void through(KafkaProducer<String, byte[]> sender);
    }

    private void inTransaction(Sending sending) {
        var sender = producer;
        if (sender == null) {
            throw new IllegalStateException("Opened before");
        }
        try {
            sender.beginTransaction();
            sending.through(sender);
            sender.commitTransaction();
        } catch (KafkaException | IllegalStateException e) {
            // Another instance may have taken the topic over; what is in it is read again before the next attempt.
            close();
            throw e;
        }
    }

    /** Takes the topic over, where it is not ours, and reads all of it. */
    private void open() throws InterruptedException {
        if (producer != null) {
            return;
        }
        var taking = clients.transactionalProducer("sightings-salts");
        producer = taking;
        boolean opened = false;
        try {
            taking.initTransactions();
            read();
            opened = true;
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    private void read() throws InterruptedException {
        salts.clear();
        closed.clear();
        var partition = new TopicPartition(Topic.SALTS.topicName(), 0);
        long end;
        try (var consumer = clients.reader(false)) {
            end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        }
        try (var consumer = clients.reader(true)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition) < end) {
                read(consumer);
            }
        }
        checkpoints.read(SOURCE).parts().keySet().forEach(day -> closed.add(LocalDate.parse(day)));
    }

    private void read(KafkaConsumer<String, byte[]> consumer) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        for (var record : consumer.poll(PATIENCE)) {
            var decoded = codec.read(record);
            if (decoded instanceof Decoded.Read read && read.event() instanceof SaltDrawn salt) {
                salts.put(salt.subject(), salt);
            } else if (decoded instanceof Decoded.Tombstone) {
                salts.remove(record.key());
            }
        }
    }

    private void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public synchronized void destroy() {
        close();
        salts.clear();
    }
}
