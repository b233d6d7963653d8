package sightings.showcase.uses;

import java.time.Instant;
import sightings.dataset.DatasetId;
import sightings.evidence.Grade;
import sightings.evidence.SightingId;
import sightings.evidence.SourceId;

/**
 * The part of a sighting that its use needs to count it and to take it back.
 *
 * @param id the sighting
 * @param dataset the dataset
 * @param grade how strongly
 * @param source which watcher saw it
 * @param confidence 0 to 1
 * @param seenAt when the place was read
 */
public record Held(SightingId id, DatasetId dataset, Grade grade, SourceId source, double confidence, Instant seenAt) {

    /** The same, seen to hold then; never earlier than before. */
    public Held confirmed(Instant then) {
        return new Held(id, dataset, grade, source, confidence, then.isAfter(seenAt) ? then : seenAt);
    }
}
