package sightings.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Tells whether work grows with the length of its input or with the square of it, by the processor time of the calling
 * thread: other work of the machine must not look like ours.
 */
public final class Growth {

    /** So much longer the longer input is. */
    public static final int LONGER = 4;

    /** As far from the 4 of work that is linear as from the 16 of work that is quadratic. */
    private static final int MOST = 8;

    /** What is done in no time cannot be compared. */
    private static final long NO_TIME = Duration.ofMillis(5).toNanos();

    private static final int LEAST_ROUNDS = 3;
    private static final int MOST_ROUNDS = 20;

    /** Something that takes time. */
    @FunctionalInterface
    public interface Work {

        /** Does it. */
        void run() throws Exception;
    }

    private Growth() {}

    /**
     * Fails where time grows faster than length. The least of three rounds counts, by turns, so that whatever else goes on meets both;
     * of more while the compiler is at it.
     *
     * @param shorter the work with an input
     * @param longer the work with an input that is {@value #LONGER} times as long
     */
    public static void assertLinear(Work shorter, Work longer) throws Exception {
        long little = Long.MAX_VALUE;
        long much = Long.MAX_VALUE;
        for (int round = 0; round < LEAST_ROUNDS || round < MOST_ROUNDS && much > most(little); round++) {
            little = Math.min(little, processorTime(shorter));
            much = Math.min(much, processorTime(longer));
        }
        assertThat(Duration.ofNanos(much))
                .as("for %d times the input of %s", LONGER, Duration.ofNanos(little))
                .isLessThanOrEqualTo(Duration.ofNanos(most(little)));
    }

    private static long most(long little) {
        return little * MOST + NO_TIME;
    }

    private static long processorTime(Work work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - begin;
    }
}
