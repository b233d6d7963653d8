package sightings.showcase.uses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.event.PersonId;
import sightings.event.RejectReason;
import sightings.event.Story;
import sightings.evidence.UseId;

/**
 * One step of a use's audit trail. A refused decision stays in it, with the reason, and changes nothing else.
 *
 * @param number the use's decision number after it; for a refused one the number that it met
 * @param action what was decided
 * @param by who decided
 * @param time when
 * @param basedOn the decision number that the person saw
 * @param refusal why it was refused; null where it was accepted
 * @param story what was published, in a publication
 * @param reason why it was rejected, in a rejection
 * @param note the person's own words
 * @param other the other one of two uses that are one thing, where that was decided
 * @param event id of the event, by which the one who sent it finds it here
 */
public record Decided(
        int number,
        Action action,
        PersonId by,
        Instant time,
        int basedOn,
        @Nullable String refusal,
        @Nullable Story story,
        @Nullable RejectReason reason,
        @Nullable String note,
        @Nullable UseId other,
        String event) {

    /** What can be decided on a use. */
    public enum Action {
        PUBLISHED,
        REJECTED,
        REOPENED,
        WITHDRAWN,
        /** It is the same thing as another one, which survives. */
        MERGED,
        /** Another one was merged into it. It stands where it stood. */
        ABSORBED,
        /** It is on its own again. */
        SPLIT,
        /** Another one is on its own again. It stands where it stood. */
        RELEASED;

        /** Whether the use stands elsewhere after it. */
        public boolean moves() {
            return this != ABSORBED && this != RELEASED;
        }
    }

    /** Whether it took effect. */
    public boolean accepted() {
        return refusal == null;
    }
}
