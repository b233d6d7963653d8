package sightings.event;

import java.time.Instant;
import sightings.evidence.UseId;

/**
 * Staff take a merge back: the use awaits review on its own again.
 *
 * @param use the use
 * @param from the use that it was merged into
 * @param by who decided
 * @param basedOn number of the last accepted decision on this use that the person saw
 * @param time when
 */
public record UseSplit(UseId use, UseId from, PersonId by, int basedOn, Instant time) implements MergeDecision {

    @Override
    public UseId other() {
        return from;
    }
}
