package sightings.showcase.instructions;

import java.util.Collection;
import sightings.dataset.DatasetId;

/** What is asked of instructions and of what came of them. */
public interface InstructionQueries {

    /** What staff asked about these subjects, the latest 10,000. */
    Instructions aboutSubjects(Collection<String> subjects);

    /** All that staff asked about sources, the latest 10,000. */
    Instructions aboutSources();

    /** What staff asked about what visitors ask for in vain, and about aliases, which may answer it: the latest 10,000. */
    Instructions aboutWanted();

    /** All that staff asked about aliases of these datasets, the latest 10,000. */
    Instructions about(Collection<DatasetId> datasets);

    /** What was learned by these instructions about aliases, by their events' ids: the latest 10,000 of what was said. */
    Revisions revisions(Collection<String> aliases);

    /** What was learned last, whatever the cause. */
    Revisions lastRevisions(int size);

    /** Whether the instruction with this record key has arrived and is found by a search. */
    boolean isFound(String key);
}
