package sightings.event;

import sightings.evidence.SourceId;

/** What a source says of itself: how far it has been read, how it is, what its visitors miss, and who calls. */
public sealed interface CheckpointEvent extends Event permits CheckpointMoved, SourceReported, DemandSeen, CallerNamed {

    /** The source. */
    SourceId source();

    @Override
    default Topic topic() {
        return Topic.CHECKPOINTS;
    }

    /** The source alone, so that one instance owns all parts of a source. */
    @Override
    default String subject() {
        return source().value();
    }
}
