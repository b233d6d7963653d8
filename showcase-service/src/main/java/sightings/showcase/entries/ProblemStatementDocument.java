package sightings.showcase.entries;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sightings.event.EntryId;
import sightings.event.Outcome;
import sightings.event.ProblemStatement;
import sightings.showcase.index.Index;

/**
 * A problem statement as the index keeps it. Titles of datasets and names of people are joined when read.
 *
 * @param id the entry
 * @param statement the whole text, as last written
 * @param status where it stands
 * @param decision number of the last accepted event: a new one is based on it
 * @param outcome how it ended, while closed
 * @param note what came of it, for the public, while closed
 * @param publishedAt when it was first published in its present publication; null while it is not
 * @param updatedAt when its text or status last changed
 * @param steps audit trail, oldest first, refused ones included
 */
public record ProblemStatementDocument(
        EntryId id,
        ProblemStatement statement,
        EntryStatus status,
        int decision,
        @Nullable Outcome outcome,
        @Nullable String note,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        List<EntryStep> steps) {

    /** Where it is kept. */
    public static final Index<ProblemStatementDocument> INDEX =
            new Index<>("problem-statements", ProblemStatementDocument.class);

    public ProblemStatementDocument {
        steps = List.copyOf(steps);
    }

    /** What the event with this id came to; empty where it is not in the document yet. */
    public Optional<EntryStep> step(String event) {
        return steps.stream().filter(step -> step.event().equals(event)).findFirst();
    }
}
