package sightings.ingest.downloads;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Knows which lines are of days to come: no server writes such a line, and its day would never close. It asks the clock only
 * where a line is beyond what the clock said the last time, so most lines cost one comparison. Used by one thread.
 */
final class Horizon {

    private static final long AHEAD = Duration.ofDays(2).toSeconds();

    private final InstantSource clock;
    private long latest = LogTime.NONE;

    Horizon(InstantSource clock) {
        this.clock = clock;
    }

    /** One for another thread. */
    Horizon beside() {
        return new Horizon(clock);
    }

    /** Whether a line is of a day to come. */
    boolean isBefore(LogLine line) {
        return line.second > latest && isStillBefore(line);
    }

    private boolean isStillBefore(LogLine line) {
        latest = clock.instant().getEpochSecond() + AHEAD;
        return line.second > latest;
    }
}
