package sightings.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import sightings.event.EventCodec;
import sightings.event.Topic;
import sightings.ingest.settings.IngestSettings;

/** Tests for {@link Attempts} and how {@link TopicFollower} works with them. */
class AttemptsTests {

    private static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");

    private Instant now = TIME;
    private final Attempts attempts = new Attempts("Work", () -> now, Duration.ZERO);

    @Test
    void tellsWhatWentWrongUntilItHasGoneWellForAWhile() throws Exception {
        assertThat(attempts.trouble()).isEmpty();

        attempts.attempt(() -> {
            throw new IllegalArgumentException("no such thing");
        });
        now = TIME.plusSeconds(5);
        attempts.wentWell();
        assertThat(attempts.trouble()).isEqualTo("IllegalArgumentException: no such thing, since " + TIME);

        now = TIME.plusSeconds(60);
        attempts.wentWell();
        assertThat(attempts.trouble()).isEmpty();
    }

    @Test
    void leavesTheEndOfTheServiceToTheThread() {
        assertThatThrownBy(() -> attempts.attempt(() -> {
                    throw new WakeupException();
                }))
                .isInstanceOf(WakeupException.class);
        assertThat(attempts.trouble()).isEmpty();
    }

    @Test
    void followerBeginsAgainAfterWhateverWentWrongAndSaysSo() throws Exception {
        var begun = new AtomicInteger();
        var again = new CountDownLatch(2);
        var clients = new KafkaClients(new KafkaProperties()) {
            @Override
            KafkaConsumer<String, byte[]> reader(boolean committedOnly) {
                begun.incrementAndGet();
                again.countDown();
                throw new UnsupportedOperationException("attempt " + begun.get());
            }
        };
        var broker =
                new Broker(
                        clients,
                        new IngestSettings(
                                java.nio.file.Path.of("state"), (short) 1, Duration.ofHours(24), null, null)) {
                    @Override
                    public void awaitTopics() {
                        // It is there.
                    }
                };
        var follower = new TopicFollower(clients, new EventCodec(), broker, InstantSource.fixed(TIME));
        follower.follow(Topic.CATALOGUE, (_, _) -> {});
        follower.start();
        try {
            assertThat(again.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(new FollowingHealthIndicator(follower).health().getDetails())
                    .hasEntrySatisfying(
                            Topic.CATALOGUE.topicName(),
                            why -> assertThat(why.toString()).startsWith("UnsupportedOperationException: attempt "));
        } finally {
            follower.stop();
        }
    }
}
