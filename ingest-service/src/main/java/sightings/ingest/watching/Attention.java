package sightings.ingest.watching;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What staff want of one source, and the bell that wakes its rounds when that changes. Safe for threads. */
final class Attention {

    private boolean paused;
    private @Nullable Instant asked;
    private @Nullable Instant answered;
    private long changes;

    /** Whether the source is to be left alone. */
    synchronized boolean paused() {
        return paused;
    }

    synchronized void pause(boolean now) {
        paused = now;
        ring();
    }

    /** A look was asked for at this moment. */
    synchronized void ask(Instant at) {
        if (asked == null || at.isAfter(asked)) {
            asked = at;
            ring();
        }
    }

    /** Whether a look was asked for at this moment or later, and none was made for that wish. */
    synchronized boolean askedSince(@Nullable Instant moment) {
        // Compared with the wish itself too: who asked may have a clock that runs ahead of ours.
        return asked != null && !asked.equals(answered) && (moment == null || !asked.isBefore(moment));
    }

    /** The same for the look that begins now; the wish is answered by it. */
    synchronized boolean takeWish(@Nullable Instant lookedAt) {
        boolean wished = askedSince(lookedAt);
        answered = asked;
        return wished;
    }

    /** How often what staff want has changed: to be read before it is judged, and handed to {@link #await}. */
    synchronized long changes() {
        return changes;
    }

    /** Waits until something has changed since it had changed this often, or this long; it may return early. */
    synchronized void await(long seen, Duration most) throws InterruptedException {
        if (changes == seen) {
            wait(Math.max(1, most.toMillis()));
        }
    }

    private void ring() {
        changes++;
        notifyAll();
    }
}
