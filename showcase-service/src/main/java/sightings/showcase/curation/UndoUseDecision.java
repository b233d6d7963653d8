package sightings.showcase.curation;

import sightings.event.PersonId;
import sightings.evidence.UseId;

/**
 * Take the last decision on the use back, whatever it was.
 *
 * @param use the use
 * @param by who asks
 * @param basedOn number of that decision
 */
public record UndoUseDecision(UseId use, PersonId by, int basedOn) implements UseCommand {}
