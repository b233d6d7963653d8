package sightings.ingest.github;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The numbers of all rounds so far. {@code found = read + unchanged + skipped + copies + failed}, where files are read
 * because a search found them; {@code checked} counts repositories that were looked at again, {@code again} the files
 * that were read again in them, {@code confirmed} those of which it was told that they say the same.
 */
final class Counts {

    /** What is counted. */
    enum Of {
        FOUND,
        READ,
        UNCHANGED,
        SKIPPED,
        COPIES,
        FAILED,
        REPOSITORIES,
        CHECKED,
        AGAIN,
        CONFIRMED,
        GONE
    }

    private final Map<Of, Long> numbers = new EnumMap<>(Of.class);

    static Counts of(Map<String, String> state) {
        var counts = new Counts();
        for (Of each : Of.values()) {
            var text = state.getOrDefault(name(each), "0");
            counts.numbers.put(each, text.matches("\\d{1,18}") ? Long.parseLong(text) : 0L);
        }
        return counts;
    }

    void add(Of what, int more) {
        numbers.merge(what, (long) more, Long::sum);
    }

    long get(Of what) {
        return numbers.getOrDefault(what, 0L);
    }

    Map<String, Long> byName() {
        var byName = new HashMap<String, Long>();
        numbers.forEach((what, number) -> byName.put(name(what), number));
        return byName;
    }

    Map<String, String> toMap() {
        var map = new HashMap<String, String>();
        numbers.forEach((what, number) -> map.put(name(what), Long.toString(number)));
        return map;
    }

    private static String name(Of what) {
        return what.name().toLowerCase(Locale.ROOT);
    }
}
