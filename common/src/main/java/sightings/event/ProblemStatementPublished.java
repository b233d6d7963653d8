package sightings.event;

import java.time.Instant;

/**
 * Staff publish a problem statement: it is open.
 *
 * @param entry the problem statement
 * @param by who did it
 * @param basedOn number of the last accepted event that the person saw
 * @param time when
 */
public record ProblemStatementPublished(EntryId entry, PersonId by, int basedOn, Instant time) implements EntryEvent {}
