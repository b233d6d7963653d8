package sightings.ingest.downloads;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the lines of a file, by count. {@code read = accepted + filtered (by reason) + rejected (by reason)}:
 * accepted are requests for a dataset that the counting rules look at, filtered are well-formed and something else,
 * rejected are no lines of the format. It travels in the file's checkpoint, so that it is as exact as the accesses.
 */
final class Accounting {

    static final String READ = "read";
    static final String ACCEPTED = "accepted";
    private static final String FILTERED = "filtered.";
    private static final String REJECTED = "rejected.";

    /** Why a well-formed line is not counted. */
    enum Filter {
        /** Neither GET nor answered with data. */
        METHOD,
        STATUS,
        /** It asks for no dataset of the catalogue. */
        NOT_DATASET
    }

    private final Map<String, Long> counts = new TreeMap<>();

    /** What an earlier checkpoint says. */
    static Accounting of(Map<String, String> state) {
        var accounting = new Accounting();
        state.forEach((name, value) -> {
            if (isCount(name)) {
                accounting.counts.put(name, Long.parseLong(value));
            }
        });
        return accounting;
    }

    private static boolean isCount(String name) {
        return name.equals(READ) || name.equals(ACCEPTED) || name.startsWith(FILTERED) || name.startsWith(REJECTED);
    }

    void accepted() {
        add(ACCEPTED);
    }

    void filtered(Filter reason) {
        add(FILTERED + reason.name().toLowerCase(Locale.ROOT));
    }

    void rejected(Parsed.Reason reason) {
        add(REJECTED + reason.name().toLowerCase(Locale.ROOT));
    }

    private void add(String name) {
        counts.merge(READ, 1L, Long::sum);
        counts.merge(name, 1L, Long::sum);
    }

    /** Adds another file's. */
    void add(Accounting other) {
        other.counts.forEach((name, count) -> counts.merge(name, count, Long::sum));
    }

    long read() {
        return counts.getOrDefault(READ, 0L);
    }

    /** How many lines were rejected, whatever the reason. */
    long rejectedLines() {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().startsWith(REJECTED))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** All counts by name. */
    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
