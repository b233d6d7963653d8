package sightings.event;

/** What staff say of something that visitors ask for and the catalogue does not have. */
public sealed interface DemandInstruction extends Instruction permits DemandSetAside, DemandTakenUp {

    /** How visitors ask for it. */
    DemandSeen.Kind kind();

    /** What they ask for. */
    String what();

    @Override
    default String subject() {
        return DemandSeen.about(kind(), what());
    }
}
