package sightings.showcase.curation;

import sightings.event.PersonId;
import sightings.evidence.UseId;

/** What a person at the desk asks for on one use. */
public sealed interface UseCommand permits PublishUse, RejectUse, ReopenUse, WithdrawUse, MergeUse, UndoUseDecision {

    /** The use. */
    UseId use();

    /** Who asks. */
    PersonId by();

    /** The number of the last accepted decision that the person saw. */
    int basedOn();
}
