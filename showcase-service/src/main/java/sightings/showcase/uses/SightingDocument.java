package sightings.showcase.uses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.PersonId;
import sightings.evidence.Said;
import sightings.evidence.Sighting;
import sightings.evidence.SightingId;
import sightings.evidence.UseId;
import sightings.showcase.index.Index;

/**
 * One find as the index keeps it. A withdrawn one stays, marked, so that a late older write cannot bring it back.
 *
 * @param id the sighting
 * @param use the use it belongs to
 * @param dataset the dataset
 * @param strength for sorting, strongest first: grade, then confidence
 * @param firstSeen when it was first found
 * @param sighting the whole find
 * @param statedBy who stated it, where staff did; null where it was recognised
 * @param withdrawn why it no longer holds, in English; null while it does
 * @param withdrawnAt when that was seen; null while it holds
 * @param withdrawnFor why it no longer holds, by its code; null while it does, or where the reason has none
 */
public record SightingDocument(
        SightingId id,
        UseId use,
        DatasetId dataset,
        int strength,
        Instant firstSeen,
        Sighting sighting,
        @Nullable PersonId statedBy,
        @Nullable String withdrawn,
        @Nullable Instant withdrawnAt,
        @Nullable Said withdrawnFor) {

    /** Where it is kept. */
    public static final Index<SightingDocument> INDEX = new Index<>("sightings", SightingDocument.class);

    /** Whether it holds. */
    public boolean holds() {
        return withdrawn == null;
    }
}
