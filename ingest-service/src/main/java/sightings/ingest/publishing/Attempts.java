package sightings.ingest.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attempts at work that lasts as long as the service. Whatever goes wrong is logged once, told in health until the work
 * has gone well for a while, and never ends the thread. Only the thread that works attempts; anybody may ask.
 */
public final class Attempts {

    /** Work that lasts until something goes wrong or the service ends. */
    @FunctionalInterface
    public interface Work {

        /** Works; throws what ended it. */
        void run() throws InterruptedException;
    }

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);
    /** Longer than it takes to come upon the same again. */
    private static final Duration WELL = Duration.ofSeconds(30);

    private final String what;
    private final InstantSource clock;
    private final Duration pause;
    private volatile @Nullable Trouble trouble;

    /** The last that went wrong. */
    private record Trouble(String text, Instant since, Instant last) {}

    /**
     * @param what the work, for staff
     * @param pause how long to wait after something went wrong
     */
    public Attempts(String what, InstantSource clock, Duration pause) {
        this.what = what;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Works, and pauses where that went wrong, so that it can be attempted again.
     *
     * @throws WakeupException where the service ends, like {@link InterruptException}
     */
    public void attempt(Work work) throws InterruptedException {
        try {
            work.run();
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            remember(e);
            Thread.sleep(pause);
        }
    }

    /** Says that a step of the work was done. */
    public void wentWell() {
        var now = trouble;
        if (now != null && now.last().plus(WELL).isBefore(clock.instant())) {
            log.info("{}: goes well again", what);
            trouble = null;
        }
    }

    /** What is wrong with the work since when, for staff; empty where all is well. */
    public String trouble() {
        var now = trouble;
        return now == null ? "" : now.text() + ", since " + now.since();
    }

    private void remember(RuntimeException e) {
        var text = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
        var now = clock.instant();
        var before = trouble;
        if (before == null || !before.text().equals(text)) {
            log.warn("{}: something went wrong, and it begins again where it was", what, e);
        }
        trouble = new Trouble(text, before == null ? now : before.since(), now);
    }
}
