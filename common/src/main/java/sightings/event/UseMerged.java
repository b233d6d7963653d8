package sightings.event;

import java.time.Instant;
import sightings.evidence.UseId;

/**
 * Staff say that the use is the same thing as another one, which shows its evidence from now on.
 *
 * @param use the use, which is no longer shown as one of its own
 * @param into the use that survives
 * @param by who decided
 * @param basedOn number of the last accepted decision on this use that the person saw
 * @param time when
 */
public record UseMerged(UseId use, UseId into, PersonId by, int basedOn, Instant time) implements MergeDecision {

    @Override
    public UseId other() {
        return into;
    }
}
