package sightings.showcase.curation;

import sightings.event.EntryId;
import sightings.event.PersonId;
import sightings.event.ProblemStatement;

/**
 * Write a problem statement, or a new text of it.
 *
 * @param entry the problem statement
 * @param by who asks
 * @param basedOn number of the last accepted event that the person saw; 0 for a new one
 * @param statement checked by {@link StatementChecker}
 */
public record WriteProblemStatement(EntryId entry, PersonId by, int basedOn, ProblemStatement statement)
        implements EntryCommand {}
