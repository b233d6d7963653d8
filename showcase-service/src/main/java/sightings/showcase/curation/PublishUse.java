package sightings.showcase.curation;

import sightings.event.PersonId;
import sightings.event.Story;
import sightings.evidence.UseId;

/**
 * Show the use to the public, or change what is shown.
 *
 * @param use the use
 * @param by who asks
 * @param basedOn number of the last accepted decision that the person saw
 * @param story checked by {@link StoryChecker}
 */
public record PublishUse(UseId use, PersonId by, int basedOn, Story story) implements UseCommand {}
