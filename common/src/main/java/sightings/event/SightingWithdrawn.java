package sightings.event;

import java.time.Instant;
import sightings.evidence.SightingId;
import sightings.evidence.UseId;

/**
 * An earlier find no longer holds: the place changed, or the rules did.
 *
 * @param use the use
 * @param sighting the find
 * @param reason for staff, in plain words
 * @param time when it was seen not to hold
 */
public record SightingWithdrawn(UseId use, SightingId sighting, String reason, Instant time) implements UseEvent {}
