package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests for {@link Sending}. */
@Timeout(20)
class SendingTests {

    private final List<Integer> done = new CopyOnWriteArrayList<>();

    @Test
    void doesOneStepAtATimeInTheirOrder() throws InterruptedException {
        try (var sending = new Sending()) {
            for (int i = 0; i < 100; i++) {
                int step = i;
                sending.begin(() -> done.add(step));
            }
            sending.settle();
        }
        assertThat(done).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void letsTheCallerGoOnWhileAStepIsDone() throws InterruptedException {
        var mayEnd = new CountDownLatch(1);
        try (var sending = new Sending()) {
            sending.begin(() -> {
                await(mayEnd);
                done.add(1);
            });
            assertThat(done).isEmpty();
            mayEnd.countDown();
            sending.settle();
            assertThat(done).containsExactly(1);
        }
    }

    @Test
    void throwsWhatAStepHasThrownBeforeTheNextBegins() throws InterruptedException {
        try (var sending = new Sending()) {
            sending.begin(() -> {
                throw new IllegalStateException("not sent");
            });
            assertThatThrownBy(() -> sending.begin(() -> done.add(2))).hasMessage("not sent");
            sending.settle();
        }
        assertThat(done).isEmpty();
    }

    @Test
    void throwsAnErrorToo() throws InterruptedException {
        try (var sending = new Sending()) {
            sending.begin(() -> {
                throw new OutOfMemoryError("no room");
            });
            assertThatThrownBy(sending::settle)
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("no room");
        }
    }

    @Test
    void breaksOffWhatIsUnderWayAndWaitsForItsEnd() throws InterruptedException {
        var sending = new Sending();
        sending.begin(() -> {
            await(new CountDownLatch(1));
            done.add(1);
        });
        sending.close();
        assertThat(done).containsExactly(1);
    }

    @Test
    void anInterruptEndsTheWaitingAndClosingStillWaits() throws InterruptedException {
        try (var sending = new Sending()) {
            sending.begin(() -> {
                await(new CountDownLatch(1));
                done.add(1);
            });
            Thread.currentThread().interrupt();
            assertThatThrownBy(sending::settle).isInstanceOf(InterruptedException.class);
            assertThat(done).isEmpty();
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).containsExactly(1);
    }

    /** Until it is so or somebody interrupts. */
    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
