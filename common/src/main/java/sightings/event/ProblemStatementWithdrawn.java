package sightings.event;

import java.time.Instant;

/**
 * Staff take a problem statement back from the public: it is a draft again.
 *
 * @param entry the problem statement
 * @param by who did it
 * @param basedOn number of the last accepted event that the person saw
 * @param time when
 */
public record ProblemStatementWithdrawn(EntryId entry, PersonId by, int basedOn, Instant time) implements EntryEvent {}
