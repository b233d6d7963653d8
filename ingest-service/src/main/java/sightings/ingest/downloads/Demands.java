package sightings.ingest.downloads;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sightings.event.DemandSeen;
import sightings.event.VisitorId;

/**
 * What visitors asked for in vain, as far as one or more files tell. As long as too few are behind something it is known by a keyed
 * hash only, so that no word of a single visitor stands in a checkpoint; once there are enough, its name is kept beside it.
 */
final class Demands {

    private static final int MOST = 300;

    private static final String SEEN = "wanted:";
    private static final String NAMED = "named:";

    private final SortedMap<String, VisitSample> seen = new TreeMap<>();
    private final SortedMap<String, Wanted> names = new TreeMap<>();

    /** As a checkpoint has it. */
    static Demands of(Map<String, String> state) {
        var demands = new Demands();
        state.forEach((key, value) -> {
            if (key.startsWith(SEEN)) {
                demands.seen.put(key.substring(SEEN.length()), VisitSample.of(value));
            } else if (key.startsWith(NAMED)) {
                int space = value.indexOf(' ');
                var kind = DemandSeen.Kind.valueOf(value.substring(0, space).toUpperCase(Locale.ROOT));
                demands.names.put(key.substring(NAMED.length()), new Wanted(kind, value.substring(space + 1)));
            }
        });
        return demands;
    }

    /** What a checkpoint keeps of it. */
    Map<String, String> state() {
        var state = new TreeMap<String, String>();
        seen.forEach((hash, sample) -> state.put(SEEN + hash, sample.text()));
        names.forEach((hash, wanted) ->
                state.put(NAMED + hash, wanted.kind().name().toLowerCase(Locale.ROOT) + " " + wanted.what()));
        return state;
    }

    /**
     * Adds a visit and says whether that told anything new. A file's 301st thing takes the place of the one without name
     * that the fewest visitors asked for, the longest ago; up to there, order does not matter.
     *
     * @param hash keyed hash of what was asked for
     */
    boolean add(String hash, LocalDate day, VisitorId visitor) {
        boolean told = seen.computeIfAbsent(hash, _ -> new VisitSample()).add(day, visitor);
        if (seen.size() > MOST) {
            weakest().ifPresent(seen::remove);
        }
        return told && seen.containsKey(hash);
    }

    private Optional<String> weakest() {
        return seen.entrySet().stream()
                .filter(one -> !names.containsKey(one.getKey()))
                .min(Comparator.comparingInt((Map.Entry<String, VisitSample> one) ->
                                one.getValue().size())
                        .thenComparing(one -> one.getValue().last())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    /** Adds what another file tells, all of it. Of very much, the half without name that was asked for longest ago is forgotten. */
    void addAll(Demands other) {
        other.seen.keySet().forEach(hash -> addAll(other, hash));
        names.putAll(other.names);
        Recent.keep(seen, hash -> !names.containsKey(hash), VisitSample::last);
    }

    /** Adds what another file tells of one thing. */
    void addAll(Demands other, String hash) {
        other.visits(hash)
                .ifPresent(visits ->
                        seen.computeIfAbsent(hash, _ -> new VisitSample()).addAll(visits));
    }

    /** Keeps the name of something that enough visitors asked for. */
    void name(String hash, Wanted wanted) {
        names.put(hash, wanted);
    }

    /** The visits behind it; none where nobody asked for it here. */
    Optional<VisitSample> visits(String hash) {
        return Optional.ofNullable(seen.get(hash));
    }

    /** What has a name, by its hash. */
    SortedMap<String, Wanted> names() {
        return Collections.unmodifiableSortedMap(names);
    }
}
