package sightings.event;

import sightings.evidence.SourceId;

/** What staff say of a feed beside those of the settings. */
public sealed interface FeedInstruction extends Instruction permits FeedAdded, FeedRemoved {

    /** The feed's address, http or https: the only place where it is told with what only its reader should know. */
    String address();

    /** The source that it is. */
    default SourceId source() {
        return SourceId.feed(address());
    }

    @Override
    default String subject() {
        return "feed/" + source().feedAddress();
    }
}
