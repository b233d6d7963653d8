package sightings.event;

import java.time.Instant;
import sightings.evidence.UseId;

/**
 * Another use was merged into this one: the other half of {@link UseMerged}.
 *
 * @param use the use that survives
 * @param other the use that was merged into it
 * @param by who decided
 * @param basedOn number of the last accepted decision on this use that the person saw
 * @param time when
 */
public record UseAbsorbed(UseId use, UseId other, PersonId by, int basedOn, Instant time) implements MergeDecision {}
