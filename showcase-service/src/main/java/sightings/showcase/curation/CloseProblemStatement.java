package sightings.showcase.curation;

import org.jspecify.annotations.Nullable;
import sightings.event.EntryId;
import sightings.event.Outcome;
import sightings.event.PersonId;

/**
 * Close an open problem statement.
 *
 * @param entry the problem statement
 * @param by who asks
 * @param basedOn number of the last accepted event that the person saw
 * @param outcome how it ended
 * @param note what came of it, for the public
 */
public record CloseProblemStatement(
        EntryId entry,
        PersonId by,
        int basedOn,
        Outcome outcome,
        @Nullable String note) implements EntryCommand {}
