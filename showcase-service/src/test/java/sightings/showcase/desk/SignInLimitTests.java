package sightings.showcase.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Tests for {@link SignInLimit}. */
class SignInLimitTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-02T15:00:00Z"));
    private final SignInLimit limit = new SignInLimit(now::get);

    @Test
    void waitsAfterFiveWrongPasswordsForOneName() {
        fail("staff", "198.51.100.1", 4);
        assertThat(limit.mustWait("staff", "198.51.100.1")).isFalse();

        fail("STAFF", "198.51.100.1", 1);
        assertThat(limit.mustWait("staff", "198.51.100.1")).isTrue();
    }

    @Test
    void lockingOneAddressOutLeavesOthersAlone() {
        fail("staff", "198.51.100.1", 30);

        assertThat(limit.mustWait("staff", "198.51.100.2")).isFalse();
        assertThat(limit.mustWait("other", "198.51.100.1")).isTrue();
    }

    @Test
    void forgetsAfterAQuarterOfAnHour() {
        fail("staff", "198.51.100.1", 5);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(15)));

        assertThat(limit.mustWait("staff", "198.51.100.1")).isFalse();
    }

    @Test
    void theRightPasswordClearsTheName() {
        fail("staff", "198.51.100.1", 4);
        limit.succeeded("staff", "198.51.100.1");
        fail("staff", "198.51.100.1", 4);

        assertThat(limit.mustWait("staff", "198.51.100.1")).isFalse();
    }

    private void fail(String user, String address, int times) {
        for (int i = 0; i < times; i++) {
            limit.failed(user, address);
        }
    }
}
