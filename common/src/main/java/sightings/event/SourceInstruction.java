package sightings.event;

import sightings.evidence.SourceId;

/** What staff ask of one source. */
public sealed interface SourceInstruction extends Instruction permits SourcePaused, SourceResumed, CheckAsked {

    /** The source. */
    SourceId source();

    @Override
    default String subject() {
        return "source/" + source();
    }
}
