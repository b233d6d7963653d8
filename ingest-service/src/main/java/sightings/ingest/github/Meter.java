package sightings.ingest.github;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sightings.event.SourceNote;
import sightings.evidence.Said;

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

    /** Such as {@code GitHub today: 94 %, 3 slices truncated}; none where nothing is known to be missing. */
    static List<Said> notes(Tally tally) {
        if (tally.percent() == 100) {
            return List.of();
        }
        var numbers = IntStream.of(tally.percent(), tally.truncated(), tally.incomplete(), tally.refused())
                .mapToObj(Integer::toString)
                .toList();
        return List.of(new Said(SourceNote.GITHUB_TODAY.name(), numbers, words(tally)));
    }

    private static String words(Tally tally) {
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
