package sightings.ingest.usage;

import org.jspecify.annotations.Nullable;
import sightings.event.DatasetAccessed;

/** What came of reading a record of topic accesses. */
sealed interface Reading {

    /**
     * An access.
     *
     * @param access it
     */
    record Access(DatasetAccessed access) implements Reading {}

    /**
     * A record for the dead letters.
     *
     * @param value its bytes as they were
     */
    record Dead(byte @Nullable [] value) implements Reading {}
}
