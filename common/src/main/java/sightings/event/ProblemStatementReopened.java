package sightings.event;

import java.time.Instant;

/**
 * Staff take a closing back: the problem statement is open again.
 *
 * @param entry the problem statement
 * @param by who did it
 * @param basedOn number of the last accepted event that the person saw
 * @param time when
 */
public record ProblemStatementReopened(EntryId entry, PersonId by, int basedOn, Instant time) implements EntryEvent {}
