package sightings.showcase.curation;

import sightings.event.EntryId;
import sightings.event.PersonId;

/**
 * Show the problem statement to the public.
 *
 * @param entry the problem statement
 * @param by who asks
 * @param basedOn number of the last accepted event that the person saw
 */
public record PublishProblemStatement(EntryId entry, PersonId by, int basedOn) implements EntryCommand {}
