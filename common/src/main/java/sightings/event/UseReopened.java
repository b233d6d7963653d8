package sightings.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.evidence.UseId;

/**
 * Staff take a rejection back: the use awaits review again.
 *
 * @param use the use
 * @param by who decided
 * @param basedOn number of the last accepted decision that the person saw
 * @param time when
 * @param note why
 */
public record UseReopened(
        UseId use,
        PersonId by,
        int basedOn,
        Instant time,
        @Nullable String note) implements UseDecision {}
