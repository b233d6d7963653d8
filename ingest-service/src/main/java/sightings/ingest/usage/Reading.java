package sightings.ingest.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.event.DatasetAccessed;

/** What came of reading a record of topic accesses. */
sealed interface Reading {

    /**
     * Accesses of one record, in its order.
     *
     * @param accesses at least one
     */
    record Accesses(List<DatasetAccessed> accesses) implements Reading {

        public Accesses {
            accesses = List.copyOf(accesses);
        }
    }

    /**
     * A record for the dead letters.
     *
     * @param value its bytes as they were
     */
    record Dead(byte @Nullable [] value) implements Reading {}
}
