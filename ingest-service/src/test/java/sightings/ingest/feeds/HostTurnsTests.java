package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests for {@link HostTurns}. */
@Timeout(60)
class HostTurnsTests {

    private static final URI ONE = URI.create("https://one.example.org/a");
    private static final URI OTHER = URI.create("https://other.example.org/a");

    @Test
    void asksAHostOneAtATimeWithAPauseBetween() throws Exception {
        var turns = new HostTurns(Duration.ofMillis(20), Duration.ofSeconds(1));
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 10; i++) {
                asked.add(threads.submit(() -> turns.take(ONE, () -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    return atOnce.decrementAndGet();
                })));
            }
            for (var each : asked) {
                each.get();
            }
        }

        assertThat(most).hasValue(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(180));
    }

    @Test
    void letsNoHostHoldUpAnother() throws Exception {
        var turns = new HostTurns(Duration.ZERO, Duration.ZERO);
        var asking = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> turns.take(ONE, () -> {
                asking.countDown();
                try {
                    return release.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    return false;
                }
            }));
            assertThat(asking.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(turns.take(OTHER, () -> "answered")).isEqualTo("answered");
            release.countDown();
            assertThat(slow.get()).isTrue();
        }
    }

    @Test
    void leavesASlowHostAloneForLonger() {
        var turns = new HostTurns(Duration.ofMillis(250), Duration.ofSeconds(10));

        assertThat(turns.pause(Duration.ofMillis(5))).isEqualTo(Duration.ofMillis(250));
        assertThat(turns.pause(Duration.ofMillis(300))).isEqualTo(Duration.ofSeconds(3));
        assertThat(turns.pause(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(10));
    }
}
