package sightings.event;

import java.time.Instant;

/**
 * Staff wrote a problem statement, or a new text of it. A new one is a draft; a published one stays published.
 *
 * @param entry the problem statement
 * @param by who did it
 * @param basedOn number of the last accepted event that the person saw
 * @param time when
 * @param statement the whole text
 */
public record ProblemStatementWritten(EntryId entry, PersonId by, int basedOn, Instant time, ProblemStatement statement)
        implements EntryEvent {}
