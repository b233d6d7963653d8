package sightings.ingest.statistics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What became of the rows of a portal's statistics, by count. {@code read = accepted + filtered (by reason) + rejected (by
 * reason)}. Of those that were not accepted it keeps a few examples, however many there are.
 */
final class RowAccounting {

    private static final int TOLD = 5;
    private static final int LONGEST = 40;

    private final long[] rows = new long[RowOutcome.values().length];
    private final List<String> rejected = new ArrayList<>();
    private final Set<String> notInCatalogue = new LinkedHashSet<>();
    private final Set<String> otherAccess = new LinkedHashSet<>();

    void accepted() {
        rows[RowOutcome.ACCEPTED.ordinal()]++;
    }

    /**
     * A row that is not accepted.
     *
     * @param line the line in which it ends
     * @param word the word of it that is the reason
     */
    void left(RowOutcome outcome, long line, String word) {
        rows[outcome.ordinal()]++;
        switch (outcome) {
            case NOT_IN_CATALOGUE -> example(notInCatalogue, word);
            case OTHER_ACCESS -> example(otherAccess, word);
            case ACCEPTED, FIELDS, NOT_UTF8, BAD_DATE, FUTURE, BAD_KIND, BAD_COUNT, TOO_MANY, REPEATED -> {
                if (rejected.size() < TOLD) {
                    rejected.add("line " + line + ": " + outcome.reason());
                }
            }
        }
    }

    private static void example(Set<String> examples, String text) {
        if (examples.size() < TOLD) {
            examples.add(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
        }
    }

    long of(RowOutcome outcome) {
        return rows[outcome.ordinal()];
    }

    long read() {
        long sum = 0;
        for (long count : rows) {
            sum += count;
        }
        return sum;
    }

    long rejected() {
        long sum = 0;
        for (var outcome : RowOutcome.values()) {
            sum += outcome.rejected() ? of(outcome) : 0;
        }
        return sum;
    }

    /** All counts by name that are not zero, and how many were read. */
    Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        for (var outcome : RowOutcome.values()) {
            counts.put(outcome.counter(), of(outcome));
        }
        counts.values().removeIf(count -> count == 0);
        counts.put("read", read());
        return counts;
    }

    /** Examples of rejected rows: line and reason. */
    String rejectedExamples() {
        return together(rejected, rejected() > rejected.size());
    }

    /** Some of the ids that are not in the catalogue. */
    String notInCatalogueExamples() {
        return together(notInCatalogue, notInCatalogue.size() == TOLD);
    }

    /** Some of the access types that are no kinds of ours. */
    String otherAccessExamples() {
        return together(otherAccess, otherAccess.size() == TOLD);
    }

    private static String together(Iterable<String> examples, boolean more) {
        return String.join("; ", examples) + (more ? "; ..." : "");
    }
}
