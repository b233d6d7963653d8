package sightings.ingest.downloads;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import sightings.ingest.watching.Checkpoints;

/**
 * The files that a source has read, and what they tell together. Portals keep a file for each day of many years, so it is kept from
 * round to round: a round costs what it reads, however many files there are. Used by one thread.
 */
final class KnownFiles {

    private final Map<String, Map<String, String>> checkpointed = new HashMap<>();
    private final Map<String, FileState> states = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private Together together = new Together();

    /**
     * What files tell together.
     *
     * @param referrals from which sites visitors came
     * @param tokens which applications visitors used
     * @param demands what visitors asked for in vain
     */
    record Together(Referrals referrals, Referrals tokens, Demands demands) {

        Together() {
            this(Referrals.bySite(), Referrals.byToken(), new Demands());
        }

        void addAll(FileState state) {
            referrals.addAll(state.referrals());
            tokens.addAll(state.tokens());
            demands.addAll(state.demands());
        }
    }

    /** All that are known, by part, as the checkpoints have them; the map is the caller's. Only what has changed is read anew. */
    Map<String, FileState> states(Checkpoints checkpoints) {
        touched.forEach(checkpointed::remove);
        touched.clear();
        checkpoints.all().forEach((part, checkpoint) -> {
            // Mostly it is the very one that was there before.
            if (!part.equals(FolderMemory.PART) && !checkpoint.equals(checkpointed.get(part))) {
                var state = FileState.of(part, checkpoint);
                checkpointed.put(part, checkpoint);
                states.put(part, state);
                together.addAll(state);
            }
        });
        return new HashMap<>(states);
    }

    /** What all of them tell, and what was read since. */
    Together together() {
        return together;
    }

    /** The state of this file grows with the lines that are read, whether they are committed or not. */
    void touch(String part) {
        touched.add(part);
    }

    /** Nobody knows what of the last round was committed. */
    void forget() {
        checkpointed.clear();
        states.clear();
        touched.clear();
        together = new Together();
    }
}
