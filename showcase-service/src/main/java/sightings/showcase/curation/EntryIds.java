package sightings.showcase.curation;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import sightings.event.EntryId;

/** Makes ids of entries: UUID version 7, which sort by the time they were made. */
public final class EntryIds {

    private final InstantSource clock;
    private final RandomGenerator random;

    public EntryIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new id. */
    public EntryId next() {
        long high = clock.millis() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new EntryId(new UUID(high, low).toString());
    }
}
