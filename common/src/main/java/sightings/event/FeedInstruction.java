package sightings.event;

import sightings.evidence.SourceId;

/** What staff say of a feed beside those of the settings. */
public sealed interface FeedInstruction extends Instruction permits FeedAdded, FeedRemoved {

    /** The feed's address, http or https. */
    String address();

    /** The source that it is. */
    default SourceId source() {
        return new SourceId("feed:" + address());
    }

    @Override
    default String subject() {
        return "feed/" + address();
    }
}
