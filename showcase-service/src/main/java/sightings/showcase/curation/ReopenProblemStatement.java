package sightings.showcase.curation;

import sightings.event.EntryId;
import sightings.event.PersonId;

/**
 * Take a closing back.
 *
 * @param entry the problem statement
 * @param by who asks
 * @param basedOn number of the last accepted event that the person saw
 */
public record ReopenProblemStatement(EntryId entry, PersonId by, int basedOn) implements EntryCommand {}
