package sightings.showcase.desk;

import java.util.Map;
import java.util.Optional;

/**
 * How much of what a source wanted to see it has seen: its completeness meter. A source that asks in slices counts them
 * as {@code slices}, those whose results were cut off as {@code truncated}, and those that the other side answered
 * incompletely as {@code incomplete}.
 *
 * @param percent whole percents, rounded down, so that 100 means all
 * @param slices how many questions were asked
 * @param truncated whose results were cut off
 * @param incomplete that were answered incompletely
 */
record Coverage(int percent, long slices, long truncated, long incomplete) {

    /** From a source's counters; empty where it does not count slices. */
    static Optional<Coverage> of(Map<String, Long> counters) {
        long slices = counters.getOrDefault("slices", 0L);
        if (slices <= 0) {
            return Optional.empty();
        }
        long truncated = Math.max(0, counters.getOrDefault("truncated", 0L));
        long incomplete = Math.max(0, counters.getOrDefault("incomplete", 0L));
        long whole = Math.max(0, slices - truncated - incomplete);
        return Optional.of(new Coverage((int) (whole * 100 / slices), slices, truncated, incomplete));
    }
}
