package sightings.ingest.github;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only moves when it is told to. */
final class VirtualTime implements InstantSource {

    private final Instant start;
    private Instant now;

    VirtualTime(Instant start) {
        this.start = start;
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    long nanos() {
        return Duration.between(start, now).toNanos();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
