package sightings.event;

import java.time.Instant;
import sightings.evidence.UseId;

/**
 * Staff publish the use as a story, or change a published story.
 *
 * @param use the use
 * @param by who decided
 * @param basedOn number of the last accepted decision that the person saw
 * @param time when
 * @param story what the public reads
 */
public record UsePublished(UseId use, PersonId by, int basedOn, Instant time, Story story) implements UseDecision {}
