package sightings.ingest.github;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The budget of code search, which GitHub keeps apart from the others and github-api does not know: ten requests a minute
 * unless the answers say otherwise.
 */
final class CodeSearchBudget {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int DEFAULT_LIMIT = 10;

    private final InstantSource clock;
    private final Deque<Instant> asked = new ArrayDeque<>();
    private int limit = DEFAULT_LIMIT;
    private @Nullable Instant emptyUntil;

    CodeSearchBudget(InstantSource clock) {
        this.clock = clock;
    }

    /** When the next request may be sent, if not now. */
    synchronized Optional<Instant> waitUntil() {
        var now = clock.instant();
        if (emptyUntil != null && now.isBefore(emptyUntil)) {
            return Optional.of(emptyUntil);
        }
        while (!asked.isEmpty() && !asked.getFirst().plus(WINDOW).isAfter(now)) {
            asked.removeFirst();
        }
        return asked.size() < limit
                ? Optional.empty()
                : Optional.of(asked.getFirst().plus(WINDOW));
    }

    /** A request is sent now. */
    synchronized void spend() {
        asked.addLast(clock.instant());
    }

    /** What an answer says of the budget. */
    synchronized void learn(int newLimit, int remaining, Instant reset) {
        limit = Math.max(1, newLimit);
        emptyUntil = remaining > 0 ? null : reset;
    }
}
