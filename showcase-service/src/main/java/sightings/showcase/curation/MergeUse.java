package sightings.showcase.curation;

import sightings.event.PersonId;
import sightings.evidence.UseId;

/**
 * Show the use as one with another, which survives.
 *
 * @param use the use that is merged
 * @param into the use that survives
 * @param by who asks
 * @param basedOn number of the last accepted decision on the use that is merged
 */
public record MergeUse(UseId use, UseId into, PersonId by, int basedOn) implements UseCommand {}
