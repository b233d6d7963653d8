package sightings.ingest.github;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The budget of code search, which GitHub keeps apart from the others and github-api does not know: ten requests a minute
 * unless the answers say otherwise. It goes by the time that passes, not by what a clock shows: GitHub does not wait for
 * a clock that stands still or was set wrong.
 */
final class CodeSearchBudget {

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final int DEFAULT_LIMIT = 10;

    private final LongSupplier nanos;
    private final Deque<Long> asked = new ArrayDeque<>();
    private int limit = DEFAULT_LIMIT;
    private boolean empty;
    private long emptyUntil;

    CodeSearchBudget(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How long to wait before the next request may be sent; empty where it may be now. */
    synchronized Optional<Duration> pause() {
        long now = nanos.getAsLong();
        if (empty && emptyUntil - now > 0) {
            return Optional.of(Duration.ofNanos(emptyUntil - now));
        }
        while (!asked.isEmpty() && now - asked.getFirst() >= WINDOW) {
            asked.removeFirst();
        }
        return asked.size() < limit ? Optional.empty() : Optional.of(Duration.ofNanos(asked.getFirst() + WINDOW - now));
    }

    /** A request is sent now. */
    synchronized void spend() {
        asked.addLast(nanos.getAsLong());
    }

    /** What an answer says of the budget. */
    synchronized void learn(int newLimit, int remaining, Duration untilReset) {
        limit = Math.max(1, newLimit);
        empty = remaining <= 0;
        emptyUntil = nanos.getAsLong() + untilReset.toNanos();
    }
}
