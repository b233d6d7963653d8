package sightings.ingest.feeds;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Hashes;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;

/**
 * A bounded memory of a source that lives in its checkpoints: entries by key, spread over parts so that a change writes a
 * small part only. A part that is full forgets its oldest entry that may be forgotten, and counts it.
 */
final class Buckets {

    private static final int PARTS = 64;

    private final String name;
    private final int most;
    private final Checkpoints checkpoints;
    private final Map<String, Map<String, String>> changed = new HashMap<>();
    private int forgotten;

    /**
     * @param name the parts' common name
     * @param most entries of one part
     */
    Buckets(String name, int most, Checkpoints checkpoints) {
        this.name = name;
        this.most = most;
        this.checkpoints = checkpoints;
    }

    @Nullable
    String get(String key) {
        return part(partOf(key)).get(key);
    }

    /**
     * Puts the entry and commits its part, with all that was sent before.
     *
     * @param olderThan compares two values: whether the first is to be forgotten before the second
     * @param keep keys that are not forgotten, however old
     */
    void commit(
            String key,
            @Nullable String value,
            Outlet outlet,
            BiPredicate<String, String> olderThan,
            java.util.Set<String> keep) {
        var name = partOf(key);
        var entries = new TreeMap<>(part(name));
        if (value == null) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
        while (entries.size() > most && forgetOne(entries, key, olderThan, keep)) {
            forgotten++;
        }
        outlet.commit(name, entries);
        changed.put(name, entries);
    }

    /** All entries. */
    Map<String, String> all() {
        var all = new TreeMap<String, String>();
        for (int i = 0; i < PARTS; i++) {
            all.putAll(part(name + "/" + i));
        }
        return all;
    }

    /** How many entries had to be forgotten. */
    int forgotten() {
        return forgotten;
    }

    private static boolean forgetOne(
            TreeMap<String, String> entries,
            String newest,
            BiPredicate<String, String> olderThan,
            java.util.Set<String> keep) {
        String oldest = null;
        for (var entry : entries.entrySet()) {
            if (!entry.getKey().equals(newest)
                    && !keep.contains(entry.getKey())
                    && (oldest == null || olderThan.test(entry.getValue(), String.valueOf(entries.get(oldest))))) {
                oldest = entry.getKey();
            }
        }
        return oldest != null && entries.remove(oldest) != null;
    }

    private Map<String, String> part(String part) {
        var own = changed.get(part);
        return own != null ? own : checkpoints.of(part).orElse(Map.of());
    }

    private String partOf(String key) {
        return name + "/" + Math.floorMod(Hashes.id("bucket", key).hashCode(), PARTS);
    }
}
