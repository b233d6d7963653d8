package sightings.ingest.github;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many requests of one kind may be sent: so many a minute unless the answers say otherwise. It goes by the time that
 * passes, in nanoseconds, not by what a clock shows: GitHub does not wait for a clock that stands still or was set wrong.
 */
final class Budget {

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private final Deque<Long> asked = new ArrayDeque<>();
    private int limit;
    private boolean shut;
    private long shutUntil;

    /** This many requests a minute. */
    Budget(int limit) {
        this.limit = limit;
    }

    /** How long to wait before the next request may be sent; zero where it may be now. */
    Duration pause(long now) {
        while (!asked.isEmpty() && now - asked.getFirst() >= WINDOW) {
            asked.removeFirst();
        }
        long pause = shut ? Math.max(0, shutUntil - now) : 0;
        if (asked.size() >= limit) {
            pause = Math.max(pause, asked.getFirst() + WINDOW - now);
        }
        return Duration.ofNanos(pause);
    }

    /** How long no request may be sent because GitHub said so. */
    Duration shutFor(long now) {
        return Duration.ofNanos(shut ? Math.max(0, shutUntil - now) : 0);
    }

    /** A request is sent now. */
    void spend(long now) {
        asked.addLast(now);
        if (asked.size() > limit) {
            asked.removeFirst();
        }
    }

    /** An answer says that so many requests are allowed in a window. */
    void allow(int newLimit) {
        limit = Math.max(1, newLimit);
    }

    /** No request may be sent for so long; a longer pause that was said before stands. */
    void shut(long now, Duration pause) {
        long until = now + pause.toNanos();
        if (!shut || until - shutUntil > 0) {
            shut = true;
            shutUntil = until;
        }
    }
}
