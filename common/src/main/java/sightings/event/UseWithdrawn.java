package sightings.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.evidence.UseId;

/**
 * Staff take a published story back: the use awaits review again and is gone from all public pages.
 *
 * @param use the use
 * @param by who decided
 * @param basedOn number of the last accepted decision that the person saw
 * @param time when
 * @param note why
 */
public record UseWithdrawn(
        UseId use,
        PersonId by,
        int basedOn,
        Instant time,
        @Nullable String note) implements UseDecision {}
