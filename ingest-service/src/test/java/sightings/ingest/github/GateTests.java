package sightings.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sightings.ingest.web.Answer;
import sightings.ingest.web.Head;

/** Tests for {@link Gate}, {@link Budget} and {@link Limit}. */
class GateTests {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    private final VirtualTime time = new VirtualTime(NOW);
    private final Gate gate = new Gate(true, time, time::nanos);

    @Test
    void codeSearchHasTenRequestsAMinuteOfItsOwn() throws Exception {
        for (int i = 0; i < 10; i++) {
            gate.pass(Resource.CODE_SEARCH);
        }

        assertThat(pause(Resource.CODE_SEARCH)).contains(Duration.ofMinutes(1));
        assertThat(pause(Resource.SEARCH)).isEmpty();
        time.pass(Duration.ofMinutes(1));
        assertThat(pause(Resource.CODE_SEARCH)).isEmpty();
    }

    @Test
    void anEmptyBudgetIsWaitedForBeforeGitHubHasToRefuse() throws Exception {
        gate.learn(
                Resource.CODE_SEARCH,
                answer(
                        200,
                        "",
                        "x-ratelimit-resource",
                        "code_search",
                        "x-ratelimit-remaining",
                        "0",
                        "x-ratelimit-reset",
                        Long.toString(NOW.plusSeconds(40).getEpochSecond())));

        assertThat(pause(Resource.CODE_SEARCH)).contains(Duration.ofSeconds(41));
        assertThat(pause(Resource.CORE)).isEmpty();
    }

    @Test
    void aSecondaryLimitShutsEverything() {
        refused(answer(403, "You have exceeded a secondary rate limit", "x-ratelimit-remaining", "4000"));

        assertThat(pause(Resource.CORE)).contains(Duration.ofSeconds(61));
        assertThat(pause(Resource.SEARCH)).contains(Duration.ofSeconds(61));
    }

    @Test
    void waitsLongerEachTimeWhereGitHubDoesNotSayHowLong() {
        refused(answer(429, ""));
        time.pass(Duration.ofSeconds(61));
        refused(answer(429, ""));

        assertThat(pause(Resource.CORE)).contains(Duration.ofSeconds(122));
    }

    @Test
    void goesByTheLongerOneWhereTwoTimesAreTold() {
        refused(answer(
                403,
                "",
                "retry-after",
                "10",
                "x-ratelimit-remaining",
                "0",
                "x-ratelimit-reset",
                Long.toString(NOW.plusSeconds(300).getEpochSecond())));

        assertThat(pause(Resource.CORE)).contains(Duration.ofSeconds(301));
    }

    @Test
    void takesATimeThatCannotBeForNone() {
        for (String reset : List.of("soon", "-1", "99999999999999999", "1")) {
            var fresh = new Gate(true, time, time::nanos);

            assertThatThrownBy(() -> fresh.learn(
                            Resource.CORE, answer(403, "", "x-ratelimit-remaining", "0", "x-ratelimit-reset", reset)))
                    .isInstanceOfSatisfying(
                            LimitException.class,
                            limit -> assertThat(limit.pause()).isEqualTo(Duration.ofSeconds(61)));
        }
    }

    @Test
    void goesByGitHubsClockAndNotByOurs() {
        refused(answer(
                429, "", "date", "Mon, 02 Nov 2026 11:00:00 GMT", "retry-after", "Mon, 02 Nov 2026 11:01:30 GMT"));

        assertThat(pause(Resource.CORE)).contains(Duration.ofSeconds(91));
    }

    @Test
    void aRefusalThatIsNoLimitShutsNothing() throws Exception {
        gate.learn(Resource.CORE, answer(403, "Repository access blocked", "x-ratelimit-remaining", "4000"));

        assertThat(pause(Resource.CORE)).isEmpty();
    }

    @Test
    void remembersOverARestartAndNoLongerThanItWas() {
        refused(answer(429, "", "retry-after", "100"));
        time.pass(Duration.ofSeconds(30));
        var state = gate.state();
        var restarted = new Gate(true, time, time::nanos);
        restarted.restore(state);

        assertThatThrownBy(() -> restarted.check(Resource.CORE))
                .isInstanceOfSatisfying(
                        LimitException.class, limit -> assertThat(limit.pause()).isEqualTo(Duration.ofSeconds(70)));
    }

    private void refused(Answer<byte[]> answer) {
        assertThatThrownBy(() -> gate.learn(Resource.CORE, answer)).isInstanceOf(LimitException.class);
    }

    private Optional<Duration> pause(Resource resource) {
        try {
            gate.check(resource);
            return Optional.empty();
        } catch (LimitException e) {
            return Optional.of(e.pause());
        }
    }

    private static Answer<byte[]> answer(int status, String body, String... headers) {
        var named = new HashMap<String, List<String>>();
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i], List.of(headers[i + 1]));
        }
        return new Answer<>(
                new Head(URI.create("https://api.example"), status, named), body.getBytes(StandardCharsets.UTF_8));
    }
}
