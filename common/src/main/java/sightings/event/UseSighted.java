package sightings.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Sighting;
import sightings.evidence.Subject;
import sightings.evidence.UseId;

/**
 * The recogniser found that a place uses a dataset, or sees its earlier find anew.
 *
 * @param use the use
 * @param about the thing in the wild, as its source describes it now
 * @param sighting the find
 * @param time when the place was seen
 * @param by who stated it, where staff did; null where it was recognised
 */
public record UseSighted(
        UseId use,
        Subject about,
        Sighting sighting,
        Instant time,
        @Nullable PersonId by) implements UseEvent {

    /** A find that was recognised. */
    public UseSighted(UseId use, Subject about, Sighting sighting, Instant time) {
        this(use, about, sighting, time, null);
    }
}
