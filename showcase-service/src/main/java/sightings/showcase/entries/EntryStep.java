package sightings.showcase.entries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.event.Outcome;
import sightings.event.PersonId;
import sightings.event.ProblemStatement;

/**
 * One step of an entry's audit trail. A refused one stays in it, with the reason, and changes nothing else.
 *
 * @param number the entry's number after it; for a refused one the number that it met
 * @param action what was done
 * @param by who did it
 * @param time when
 * @param basedOn the number that the person saw
 * @param refusal why it was refused; null where it was accepted
 * @param outcome how it ended, in a closing
 * @param note what came of it, or why
 * @param statement what was written, in a writing: undoing the next one writes it again
 * @param event id of the event, by which the one who sent it finds it here
 */
public record EntryStep(
        int number,
        Action action,
        PersonId by,
        Instant time,
        int basedOn,
        @Nullable String refusal,
        @Nullable Outcome outcome,
        @Nullable String note,
        @Nullable ProblemStatement statement,
        String event) {

    /** What can be done to an entry. */
    public enum Action {
        WRITTEN,
        PUBLISHED,
        CLOSED,
        REOPENED,
        WITHDRAWN
    }

    /** Whether it took effect. */
    public boolean accepted() {
        return refusal == null;
    }
}
