package sightings.ingest.github;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How complete the sweeps are, in numbers and in words for staff. Pure. */
final class Meter {

    private Meter() {}

    /** What the source's report counts of the sweeps. */
    static Map<String, Long> counters(Tally tally) {
        var counters = new HashMap<String, Long>();
        counters.put("slices", (long) tally.asked());
        counters.put("slicesTruncated", (long) tally.truncated());
        counters.put("slicesIncomplete", (long) tally.incomplete());
        counters.put("slicesRefused", (long) tally.refused());
        counters.put("resultsExpected", tally.expected());
        counters.put("resultsShown", tally.got());
        counters.put("completenessPercent", (long) tally.percent());
        return counters;
    }

    /** Such as {@code GitHub today: 94 %, 3 slices truncated}; null where nothing is known to be missing. */
    static @Nullable String message(Tally tally) {
        if (tally.percent() == 100) {
            return null;
        }
        var parts = new ArrayList<String>();
        parts.add("GitHub today: " + tally.percent() + " %");
        add(parts, tally.truncated(), "truncated");
        add(parts, tally.incomplete(), "given up on by GitHub");
        add(parts, tally.refused(), "refused by GitHub");
        return String.join(", ", parts);
    }

    private static void add(ArrayList<String> parts, int number, String what) {
        if (number > 0) {
            parts.add(number + (number == 1 ? " slice " : " slices ") + what);
        }
    }
}
