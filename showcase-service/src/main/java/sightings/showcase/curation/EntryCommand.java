package sightings.showcase.curation;

import sightings.event.EntryId;
import sightings.event.PersonId;

/** What a person at the desk asks for on one problem statement. */
public sealed interface EntryCommand
        permits WriteProblemStatement,
                PublishProblemStatement,
                CloseProblemStatement,
                ReopenProblemStatement,
                WithdrawProblemStatement,
                UndoEntryDecision {

    /** The problem statement. */
    EntryId entry();

    /** Who asks. */
    PersonId by();

    /** The number of the last accepted event that the person saw; 0 for a new one. */
    int basedOn();
}
