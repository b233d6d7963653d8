package sightings.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Staff close an open problem statement; it stays public.
 *
 * @param entry the problem statement
 * @param by who did it
 * @param basedOn number of the last accepted event that the person saw
 * @param time when
 * @param outcome how it ended
 * @param note what came of it, for the public
 */
public record ProblemStatementClosed(
        EntryId entry,
        PersonId by,
        int basedOn,
        Instant time,
        Outcome outcome,
        @Nullable String note) implements EntryEvent {}
