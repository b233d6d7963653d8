package sightings.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Said;
import sightings.evidence.SightingId;
import sightings.evidence.UseId;

/**
 * An earlier find no longer holds: the place changed, or the rules did.
 *
 * @param use the use
 * @param sighting the find
 * @param reason for staff, in plain words
 * @param time when it was seen not to hold
 * @param said the reason by its code; null where it has none
 */
public record SightingWithdrawn(
        UseId use,
        SightingId sighting,
        String reason,
        Instant time,
        @Nullable Said said) implements UseEvent {

    /** For this reason. */
    public SightingWithdrawn(UseId use, SightingId sighting, Said reason, Instant time) {
        this(use, sighting, reason.text(), time, reason);
    }
}
