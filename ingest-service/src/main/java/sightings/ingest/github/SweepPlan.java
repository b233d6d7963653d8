package sightings.ingest.github;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import sightings.ingest.watching.Checkpoints;

/**
 * One list of searches that is gone through again and again.
 *
 * @param part the part of the checkpoints that it is kept in
 * @param kind what is searched
 * @param terms for what
 * @param every how long after the end of one sweep the next begins
 */
record SweepPlan(String part, Slice.Kind kind, Terms terms, Duration every) {

    /** How far it has come. */
    SweepState state(Checkpoints checkpoints) {
        return SweepState.of(checkpoints.of(part).orElse(Map.of()), kind);
    }

    /**
     * Whether a sweep is under way, or the next one is to begin.
     *
     * @param wanted whether staff asked for it, so that our pace does not count
     */
    boolean isDue(Checkpoints checkpoints, Instant now, boolean wanted) {
        var state = state(checkpoints);
        var ended = state.ended();
        return wanted || state.running() != null || ended == null || !now.isBefore(ended.plus(every));
    }
}
