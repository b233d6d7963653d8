package sightings.ingest.downloads;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the lines of a file, by count. {@code read = accepted + filtered (by reason) + rejected (by reason)}:
 * accepted are requests for a dataset that the counting rules look at, filtered are well-formed and something else,
 * rejected are no lines of the format, and of each reason the shape of one line is kept. It travels in the file's
 * checkpoint, so that it is as exact as the accesses.
 */
public final class Accounting {

    static final String READ = "read";
    static final String ACCEPTED = "accepted";
    private static final String FILTERED = "filtered.";
    private static final String REJECTED = "rejected.";
    private static final String SAMPLE = "sample.";

    /** Why a well-formed line is not counted, in the order in which it is looked at. */
    public enum Filter {
        /** It says something about the file, such as which columns it has. */
        DIRECTIVE,
        /** It comes from an address or a program that is not to be counted. */
        EXCLUDED,
        /** Not GET. */
        METHOD,
        /** Not answered with data. */
        STATUS,
        /** It asks for no dataset of the catalogue. */
        NOT_DATASET
    }

    private final long[] filtered = new long[Filter.values().length];
    private final long[] rejected = new long[Parsed.Reason.values().length];
    private final Map<Parsed.Reason, String> samples = new EnumMap<>(Parsed.Reason.class);
    private long accepted;

    /** What an earlier checkpoint says. */
    static Accounting of(Map<String, String> state) {
        var accounting = new Accounting();
        accounting.accepted = number(state, ACCEPTED);
        for (var filter : Filter.values()) {
            accounting.filtered[filter.ordinal()] = number(state, name(filter));
        }
        for (var reason : Parsed.Reason.values()) {
            accounting.rejected[reason.ordinal()] = number(state, name(reason));
            var sample = state.get(sampleName(reason));
            if (sample != null) {
                accounting.samples.put(reason, sample);
            }
        }
        return accounting;
    }

    private static long number(Map<String, String> state, String name) {
        return Long.parseLong(state.getOrDefault(name, "0"));
    }

    private static String name(Filter filter) {
        return FILTERED + filter.name().toLowerCase(Locale.ROOT);
    }

    private static String name(Parsed.Reason reason) {
        return REJECTED + reason.name().toLowerCase(Locale.ROOT);
    }

    private static String sampleName(Parsed.Reason reason) {
        return SAMPLE + reason.name().toLowerCase(Locale.ROOT);
    }

    void accepted() {
        accepted++;
    }

    void filtered(Filter reason) {
        filtered[reason.ordinal()]++;
    }

    void rejected(Parsed.Reason reason) {
        rejected[reason.ordinal()]++;
    }

    /** Of the first line that is rejected for a reason, the shape is kept. */
    void rejected(Parsed.Reason reason, byte[] line, int length) {
        rejected(reason);
        if (length > 0) {
            samples.computeIfAbsent(reason, _ -> MaskedLine.of(line, length));
        }
    }

    /** Adds another file's counts. */
    public void add(Accounting other) {
        accepted += other.accepted;
        for (int i = 0; i < filtered.length; i++) {
            filtered[i] += other.filtered[i];
        }
        for (int i = 0; i < rejected.length; i++) {
            rejected[i] += other.rejected[i];
        }
    }

    /** How many lines were read. */
    public long read() {
        long sum = accepted + rejectedLines();
        for (long count : filtered) {
            sum += count;
        }
        return sum;
    }

    /** How many lines were accepted. */
    public long acceptedLines() {
        return accepted;
    }

    /** How many lines were filtered for this reason. */
    public long filteredLines(Filter reason) {
        return filtered[reason.ordinal()];
    }

    /** How many lines were rejected for this reason. */
    public long rejectedLines(Parsed.Reason reason) {
        return rejected[reason.ordinal()];
    }

    /** How many lines were rejected, whatever the reason. */
    public long rejectedLines() {
        long sum = 0;
        for (long count : rejected) {
            sum += count;
        }
        return sum;
    }

    /** What a checkpoint keeps of it: all counts that are not zero, and shapes of rejected lines. */
    Map<String, String> state() {
        var state = new TreeMap<String, String>();
        counts().forEach((name, count) -> state.put(name, Long.toString(count)));
        samples.forEach((reason, sample) -> state.put(sampleName(reason), sample));
        return state;
    }

    /** All counts by name that are not zero. */
    Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        counts.put(READ, read());
        counts.put(ACCEPTED, accepted);
        for (var filter : Filter.values()) {
            counts.put(name(filter), filtered[filter.ordinal()]);
        }
        for (var reason : Parsed.Reason.values()) {
            counts.put(name(reason), rejected[reason.ordinal()]);
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
