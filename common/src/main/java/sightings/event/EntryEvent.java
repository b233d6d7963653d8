package sightings.event;

/**
 * What happened to something that staff write. As with uses, the fold accepts an event only where {@link #basedOn()} is
 * the number of the entry's last accepted event (0 before the first).
 */
public sealed interface EntryEvent extends Event
        permits ProblemStatementWritten,
                ProblemStatementPublished,
                ProblemStatementClosed,
                ProblemStatementReopened,
                ProblemStatementWithdrawn {

    /** The entry. */
    EntryId entry();

    /** Who did it. */
    PersonId by();

    /** The number of the last accepted event that the person saw. */
    int basedOn();

    @Override
    default Topic topic() {
        return Topic.ENTRIES;
    }

    @Override
    default String subject() {
        return entry().value();
    }
}
