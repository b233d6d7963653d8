package sightings.showcase.instructions;

/** What is asked of instructions and of what came of them. */
public interface InstructionQueries {

    /** All that staff asked, the latest 10,000. */
    Instructions instructions();

    /** What was learned, the latest 10,000 of what the partitions said. */
    Revisions revisions();

    /** Whether the instruction with this record key has arrived and is found by a search. */
    boolean isFound(String key);
}
