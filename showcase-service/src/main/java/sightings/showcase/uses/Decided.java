package sightings.showcase.uses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.event.PersonId;
import sightings.event.RejectReason;
import sightings.event.Story;

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
        String event) {

    /** What can be decided on a use. */
    public enum Action {
        PUBLISHED,
        REJECTED,
        REOPENED,
        WITHDRAWN
    }

    /** Whether it took effect. */
    public boolean accepted() {
        return refusal == null;
    }
}
