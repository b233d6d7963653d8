package sightings.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.evidence.UseId;

/**
 * Staff say that the use is not to be shown.
 *
 * @param use the use
 * @param by who decided
 * @param basedOn number of the last accepted decision that the person saw
 * @param time when
 * @param reason why, from a fixed list
 * @param note why, in own words
 */
public record UseRejected(
        UseId use,
        PersonId by,
        int basedOn,
        Instant time,
        RejectReason reason,
        @Nullable String note) implements UseDecision {}
