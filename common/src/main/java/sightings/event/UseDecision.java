package sightings.event;

/**
 * What staff decided on a use. The fold accepts it only where {@link #basedOn()} is the number of the use's last
 * accepted decision (0 before the first); sightings do not change that number. A refused decision stays in the record.
 */
public sealed interface UseDecision extends UseEvent
        permits UsePublished, UseRejected, UseReopened, UseWithdrawn, MergeDecision {

    /** Who decided. */
    PersonId by();

    /** The number of the last accepted decision that the person saw. */
    int basedOn();
}
