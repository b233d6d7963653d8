package sightings.event;

import java.time.Instant;
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
 */
public record UseSighted(UseId use, Subject about, Sighting sighting, Instant time) implements UseEvent {}
