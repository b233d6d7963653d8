package sightings.local;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import sightings.event.AccessKind;
import sightings.event.UsageCounted;

/** Counts of many days, added up as the command prints them. */
final class UsageSums {

    private UsageSums() {}

    /**
     * By dataset, all days and hours together: under the Code investigations, requests and both once a session, else views,
     * downloads and reads through the API.
     */
    static SortedMap<String, String> of(Collection<UsageCounted> counts, String profile) {
        var sums = new TreeMap<String, long[]>();
        counts.stream().filter(counted -> counted.profile().equals(profile)).forEach(counted -> add(counted, sums));
        var written = new TreeMap<String, String>();
        sums.forEach((dataset, sum) -> written.put(dataset, Arrays.toString(sum)));
        return written;
    }

    private static void add(UsageCounted counted, SortedMap<String, long[]> sums) {
        boolean code = counted.profile().equals(UsageCounted.COUNTER_RD);
        var sum = sums.computeIfAbsent(counted.dataset().value(), _ -> new long[code ? 4 : AccessKind.values().length]);
        for (var cell : counted.cells()) {
            if (code) {
                sum[0] += cell.count();
                sum[1] += cell.kind() == AccessKind.VIEW ? 0 : cell.count();
            } else {
                sum[cell.kind().ordinal()] += cell.count();
            }
        }
        for (var cell : counted.unique()) {
            sum[2] += cell.investigations();
            sum[3] += cell.requests();
        }
    }
}
