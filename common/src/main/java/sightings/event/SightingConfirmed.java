package sightings.event;

import java.time.Instant;
import sightings.evidence.SightingId;
import sightings.evidence.UseId;

/**
 * An earlier find still holds, with nothing about it changed. Of each find the last one is kept, so that years of them
 * take no room.
 *
 * @param use the use
 * @param sighting the find
 * @param time when its place was seen
 */
public record SightingConfirmed(UseId use, SightingId sighting, Instant time) implements UseEvent {}
