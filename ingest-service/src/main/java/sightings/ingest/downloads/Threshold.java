package sightings.ingest.downloads;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When enough visitors are behind something for it to be told: at least {@value #VISITORS} on at least {@value #DAYS} days. A
 * pseudonym lasts a day, so whoever comes back is taken for somebody else; for that reason the {@value #DAYS} days with the
 * most visitors must have {@value #VISITORS} together. Then at least two were there on one day, and nobody gets there alone.
 */
final class Threshold {

    static final int VISITORS = 5;
    static final int DAYS = 3;

    private Threshold() {}

    /** @param days of each visitor of each day, the day, in any form */
    static boolean isReached(Stream<?> days) {
        var visitors = days.collect(Collectors.groupingBy(day -> day, Collectors.counting()));
        return visitors.size() >= DAYS
                && visitors.values().stream()
                                .sorted(Comparator.reverseOrder())
                                .limit(DAYS)
                                .mapToLong(Long::longValue)
                                .sum()
                        >= VISITORS;
    }
}
