package sightings.ingest.downloads;

import java.util.HashMap;
import java.util.Map;
import sightings.ingest.watching.Checkpoints;

/**
 * The files that a source has read, and what they tell together. Portals keep a file for each day of many years, so it is kept from
 * round to round: however many files there are, a round costs little more than what it reads. Used by one thread.
 */
final class KnownFiles {

    private final Map<String, Known> known = new HashMap<>();
    private Together together = new Together();

    /** A file as its checkpoint has it. */
    private record Known(Map<String, String> checkpoint, FileState state) {}

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
        var states = new HashMap<String, FileState>();
        checkpoints.all().forEach((part, checkpoint) -> {
            if (!part.equals(FolderMemory.PART)) {
                states.put(part, state(part, checkpoint));
            }
        });
        return states;
    }

    private FileState state(String part, Map<String, String> checkpoint) {
        var before = known.get(part);
        // Mostly it is the very one that was there before.
        if (before != null && before.checkpoint().equals(checkpoint)) {
            return before.state();
        }
        var state = FileState.of(part, checkpoint);
        known.put(part, new Known(checkpoint, state));
        together.addAll(state);
        return state;
    }

    /** What all of them tell, and what was read since. */
    Together together() {
        return together;
    }

    /** Lets go of the state of a file: it grows with the lines that are read, whether they are committed or not. */
    void touch(String part) {
        known.remove(part);
    }

    /** Nobody knows what of the last round was committed. */
    void forget() {
        known.clear();
        together = new Together();
    }
}
