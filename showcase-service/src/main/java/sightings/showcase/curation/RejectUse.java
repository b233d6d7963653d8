package sightings.showcase.curation;

import org.jspecify.annotations.Nullable;
import sightings.event.PersonId;
import sightings.event.RejectReason;
import sightings.evidence.UseId;

/**
 * Do not show the use.
 *
 * @param use the use
 * @param by who asks
 * @param basedOn number of the last accepted decision that the person saw
 * @param reason why, from the fixed list
 * @param note why, in own words
 */
public record RejectUse(
        UseId use,
        PersonId by,
        int basedOn,
        RejectReason reason,
        @Nullable String note) implements UseCommand {}
