package sightings.event;

import java.time.Instant;
import sightings.evidence.UseId;

/**
 * Another use is no longer merged into this one: the other half of {@link UseSplit}.
 *
 * @param use the use that had survived
 * @param other the use that is on its own again
 * @param by who decided
 * @param basedOn number of the last accepted decision on this use that the person saw
 * @param time when
 */
public record UseReleased(UseId use, UseId other, PersonId by, int basedOn, Instant time) implements MergeDecision {}
