package sightings.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sightings.ingest.OwnKafka.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import sightings.event.CheckpointMoved;
import sightings.event.EventCodec;
import sightings.event.PersonDescribed;
import sightings.event.PersonId;
import sightings.event.PlaceConfirmed;
import sightings.event.SourceReported;
import sightings.event.Topic;
import sightings.evidence.SourceId;
import sightings.ingest.OwnKafka;
import sightings.ingest.settings.IngestSettings;
import sightings.ingest.watching.SourceLostException;

/** Tests for {@link KafkaChannel} and {@link CheckpointReader} on a real broker. */
class KafkaChannelIntegrationTests {

    @TempDir
    static Path folder;

    static OwnKafka kafka;
    static KafkaChannels channels;
    static Broker broker;

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = OwnKafka.start(folder.resolve("kafka"));
        var properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(kafka.servers()));
        var clients = new KafkaClients(properties);
        broker = new Broker(clients, new IngestSettings(folder, (short) 1, Duration.ofHours(24), null, null));
        broker.start();
        broker.awaitTopics();
        var codec = new EventCodec();
        channels = new KafkaChannels(clients, new CheckpointReader(clients, codec), codec, Clock.systemUTC(), broker);
    }

    @AfterAll
    static void stopKafka() {
        broker.stop();
        kafka.close();
    }

    @Test
    void eventsAndCheckpointBecomeVisibleTogether() throws Exception {
        var source = new SourceId("log:together");
        try (var channel = channels.open(source)) {
            for (int i = 0; i < 2_500; i++) {
                channel.send(person("together-" + i));
            }
            assertThat(people("together-")).isZero();
            channel.commit("part", Map.of("offset", "2500"));
            awaitPeople("together-", 2_500);
            channel.send(person("together-dropped"));
            channel.drop();
            channel.commit("other", Map.of("offset", "1"));
        }
        assertThat(people("together-dropped")).isZero();
        try (var channel = channels.open(source)) {
            assertThat(channel.all())
                    .isEqualTo(Map.of("part", Map.of("offset", "2500"), "other", Map.of("offset", "1")));
        }
    }

    @Test
    void whatWasNotCommittedBeforeACrashIsGone() throws Exception {
        var source = new SourceId("log:crash");
        var crashed = channels.open(source);
        for (int i = 0; i < 2_500; i++) {
            crashed.send(person("crash-" + i));
        }
        // Never closed, as after kill -9: its transaction is open at the broker.
        try (var channel = channels.open(source)) {
            assertThat(channel.all()).isEmpty();
            channel.send(person("crash-again"));
            channel.commit("part", Map.of("offset", "1"));
        }
        awaitPeople("crash-", 1);
    }

    @Test
    void aFormerOwnerIsShutOut() throws Exception {
        var source = new SourceId("log:fenced");
        var former = channels.open(source);
        former.send(person("fenced-former"));
        former.commit("part", Map.of("offset", "1"));
        try (var now = channels.open(source)) {
            assertThat(now.of("part")).contains(Map.of("offset", "1"));
            former.send(person("fenced-late"));
            assertThatThrownBy(() -> former.commit("part", Map.of("offset", "2")))
                    .isInstanceOf(SourceLostException.class);
            assertThat(former.broken()).isTrue();
            now.send(person("fenced-now"));
            now.commit("part", Map.of("offset", "3"));
        }
        former.close();
        awaitPeople("fenced-", 2);
        assertThat(people("fenced-late")).isZero();
        var offsets = kafka.events(Topic.CHECKPOINTS).stream()
                .filter(each ->
                        each instanceof CheckpointMoved moved && moved.source().equals(source))
                .map(each -> ((CheckpointMoved) each).state().get("offset"))
                .toList();
        assertThat(offsets).containsExactly("1", "3");
    }

    @Test
    void allThatWasSaidOfAForgottenPlaceIsTakenFromTheRecord() throws Exception {
        var place = "https://github.com/acme/app/blob/main/a.py";
        try (var channel = channels.open(new SourceId("github"))) {
            channel.forget(place);
            channel.commit("part", Map.of());
        }
        assertThat(kafka.records(Topic.OBSERVATIONS.topicName(), Topic.OBSERVATIONS.partitions()))
                .allSatisfy(record -> assertThat(record.value()).isNull())
                .extracting(ConsumerRecord::key)
                .containsExactly(place, PlaceConfirmed.key(place));
    }

    @Test
    void theLastReportIsFoundAgain() throws Exception {
        var source = new SourceId("feed:https://example.org/feed.xml");
        var now = Instant.parse("2026-11-23T18:00:00Z");
        var report = new SourceReported(
                source,
                SourceReported.Kind.FEED,
                "A feed",
                SourceReported.State.OK,
                null,
                now,
                now,
                7,
                1,
                -1,
                Map.of("posts", 7L),
                now);
        try (var channel = channels.open(source)) {
            assertThat(channel.lastReport()).isEmpty();
            channel.report(report);
        }
        try (var channel = channels.open(source)) {
            assertThat(channel.lastReport()).contains(report);
            assertThat(channel.all()).isEmpty();
        }
    }

    private static PersonDescribed person(String id) {
        return new PersonDescribed(new PersonId(id), "Test", false, Instant.parse("2026-11-23T18:00:00Z"));
    }

    /** The broker says that a transaction is committed before all partitions show it: first it is kept, then it is marked there. */
    private static void awaitPeople(String prefix, int number) {
        await(number + " people " + prefix, Duration.ofSeconds(20), () -> people(prefix) >= number);
        assertThat(people(prefix)).isEqualTo(number);
    }

    private static long people(String prefix) {
        return kafka.events(Topic.PEOPLE).stream()
                .filter(each -> ((PersonDescribed) each).person().value().startsWith(prefix))
                .count();
    }
}
