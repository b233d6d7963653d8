package sightings.ingest.watching;

import java.util.function.Consumer;
import java.util.function.Predicate;
import sightings.evidence.SourceId;

/** Shares the sources out among the instances: the port that the record's side implements. */
public interface Ownership {

    /**
     * Begins to take part.
     *
     * @param owned told at each change, with the sources that are this instance's from now on
     */
    void begin(Consumer<Predicate<SourceId>> owned);

    /** Takes part no more, so that others own the sources at once. */
    void end();
}
