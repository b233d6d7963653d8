package sightings.showcase.demand;

import org.jspecify.annotations.Nullable;
import sightings.event.DemandSeen;
import sightings.showcase.index.Index;

/**
 * What one log last told of something that visitors ask for in vain.
 *
 * @param id the record's key
 * @param seen what it told; null where the record was taken out
 */
public record DemandDocument(String id, @Nullable DemandSeen seen) {

    /** Where it is kept. */
    public static final Index<DemandDocument> INDEX = new Index<>("demand", DemandDocument.class);
}
