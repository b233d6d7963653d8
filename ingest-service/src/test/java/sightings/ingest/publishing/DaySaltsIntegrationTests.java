package sightings.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import sightings.event.EventCodec;
import sightings.event.Topic;
import sightings.ingest.OwnKafka;
import sightings.ingest.settings.IngestSettings;

/** Tests for {@link DaySalts} on a real broker. */
class DaySaltsIntegrationTests {

    private static final String LATE = "late-file";

    @TempDir
    static Path folder;

    static OwnKafka kafka;
    static KafkaClients clients;
    static Broker broker;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T18:00:00Z"));

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = OwnKafka.start(folder.resolve("kafka"));
        var properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(kafka.servers()));
        clients = new KafkaClients(properties);
        broker = new Broker(clients, new IngestSettings(folder, (short) 1, Duration.ofHours(24), null, null));
        broker.start();
        broker.awaitTopics();
    }

    @AfterAll
    static void stopKafka() {
        broker.stop();
        kafka.close();
    }

    @Test
    void twoThatDrawAtTheSameTimeAgree() throws Exception {
        var day = LocalDate.parse("2026-11-01");
        var one = salts();
        var other = salts();
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(drawing(one, day, start));
            var second = threads.submit(drawing(other, day, start));
            assertThat(first.get().bytes()).isEqualTo(second.get().bytes());
        }
        one.destroy();
        other.destroy();
    }

    @Test
    void destroysASaltWhenItsDayCanGrowNoMoreAndCountsLaterLinesApart() throws Exception {
        var day = LocalDate.parse("2026-10-01");
        var salts = salts();
        var open = salts.of(day, LATE);
        assertThat(open.part()).isEqualTo("-");
        pass(Duration.ofHours(40));
        assertThat(salts.destroyDue()).isZero();
        assertThat(salts.of(day, LATE).bytes()).isEqualTo(open.bytes());
        pass(Duration.ofHours(40));
        // The line in between kept the day open, here and for whoever reads the record.
        assertThat(salts().destroyDue()).isZero();
        pass(Duration.ofHours(12));
        var after = salts();
        assertThat(after.destroyDue()).isPositive();
        var last = kafka.records(Topic.SALTS).stream()
                .filter(record -> record.key().equals("2026-10-01/-"))
                .reduce((one, next) -> next)
                .orElseThrow();
        assertThat(last.value()).isNull();
        var late = salts().of(day, LATE);
        assertThat(late.part()).isEqualTo(LATE);
        assertThat(late.bytes()).isNotEqualTo(open.bytes());
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private DaySalts salts() {
        var codec = new EventCodec();
        return new DaySalts(clients, new CheckpointReader(clients, codec), codec, now::get, Duration.ofHours(48));
    }

    /** As a watcher does: a lost race is a failed round, and the next one finds what the winner drew. */
    private static Callable<DaySalts.Salt> drawing(DaySalts salts, LocalDate day, CyclicBarrier start) {
        return () -> {
            start.await();
            while (true) {
                try {
                    return salts.of(day, LATE);
                } catch (KafkaException | IllegalStateException e) {
                    Thread.sleep(50);
                }
            }
        };
    }
}
