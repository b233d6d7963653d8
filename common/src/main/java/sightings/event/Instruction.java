package sightings.event;

/**
 * What staff ask of the watching side: a lasting setting, or something to be done now. The last one about a subject
 * stands; all of them are kept, so that it is known who asked for what.
 */
public sealed interface Instruction extends Event
        permits AliasInstruction, FeedInstruction, SourceInstruction, DemandInstruction {

    /** Who asked for it. */
    PersonId by();

    @Override
    default Topic topic() {
        return Topic.INSTRUCTIONS;
    }
}
