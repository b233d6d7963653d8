package sightings.showcase.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import sightings.event.PersonId;
import sightings.event.UseReopened;
import sightings.evidence.UseId;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.uses.UseQueries;

/** Tests for {@link Decisions} while Kafka is away; with Kafka see {@link DeskIntegrationTests}. */
class DecisionsIntegrationTests {

    @Test
    void saysThatNothingWasSentWhileKafkaIsAway() {
        var kafka = new KafkaProperties();
        // The discard port: nobody listens there.
        kafka.setBootstrapServers(List.of("127.0.0.1:9"));
        var decisions = new Decisions(unasked(UseQueries.class), unasked(ProblemStatementQueries.class), kafka);
        try {
            var decision = new UseReopened(
                    new UseId("use"), new PersonId("ito"), 1, Instant.parse("2026-11-02T15:00:00Z"), null);

            assertThat(decisions.decide(decision)).isInstanceOf(Result.NotSent.class);
        } finally {
            decisions.destroy();
        }
    }

    private static <T> T unasked(Class<T> queries) {
        return queries.cast(
                Proxy.newProxyInstance(queries.getClassLoader(), new Class<?>[] {queries}, (_, method, _) -> {
                    throw new AssertionError("Asked " + method + " although nothing was sent");
                }));
    }
}
