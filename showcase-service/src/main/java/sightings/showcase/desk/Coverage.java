package sightings.showcase.desk;

import java.util.Map;
import java.util.Optional;

/**
 * How much of what a source wanted to see it has seen: its completeness meter, from the counters of a source that asks in
 * slices: {@code slices}, {@code slicesTruncated} whose results were cut off, {@code slicesIncomplete} that the other side
 * gave up on, {@code slicesRefused}, and {@code completenessPercent} of the results that were expected.
 *
 * @param percent whole percents, rounded down, so that 100 means all
 * @param slices how many questions were asked
 * @param truncated whose results were cut off
 * @param incomplete that were answered incompletely or not at all
 */
record Coverage(int percent, long slices, long truncated, long incomplete) {

    /** From a source's counters; empty where it does not count slices. */
    static Optional<Coverage> of(Map<String, Long> counters) {
        long slices = counters.getOrDefault("slices", 0L);
        if (slices <= 0) {
            return Optional.empty();
        }
        long truncated = counters.getOrDefault("slicesTruncated", 0L);
        long incomplete = counters.getOrDefault("slicesIncomplete", 0L) + counters.getOrDefault("slicesRefused", 0L);
        long percent = Math.clamp(counters.getOrDefault("completenessPercent", 0L), 0, 100);
        return Optional.of(new Coverage((int) percent, slices, truncated, incomplete));
    }
}
