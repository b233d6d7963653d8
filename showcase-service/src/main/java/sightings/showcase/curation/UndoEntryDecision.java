package sightings.showcase.curation;

import sightings.event.EntryId;
import sightings.event.PersonId;

/**
 * Take the last event of the problem statement back, whatever it was.
 *
 * @param entry the problem statement
 * @param by who asks
 * @param basedOn number of the last accepted event that the person saw
 */
public record UndoEntryDecision(EntryId entry, PersonId by, int basedOn) implements EntryCommand {}
