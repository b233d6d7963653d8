package sightings.ingest.recognising;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which portals a text speaks of, and where: an id apart from its host is confirmed by them. */
final class Context {

    private final Map<String, Set<Integer>> lines = new HashMap<>();
    private final Map<String, TreeSet<Integer>> bare = new HashMap<>();

    /** The portal's host stands in this line; 0 where its library implies it. */
    void speaksOf(String portal, int line) {
        lines.computeIfAbsent(portal, _ -> new HashSet<>()).add(line);
    }

    /** The portal itself stands in this line, and none of its datasets' addresses. */
    void speaksOfItself(String portal, int line) {
        bare.computeIfAbsent(portal, _ -> new TreeSet<>()).add(line);
    }

    /** Whether the portal itself stands in this line or so many lines before it. */
    boolean hasItself(String portal, int line, int before) {
        var spoken = bare.get(portal);
        var nearest = spoken == null ? null : spoken.floor(line);
        return nearest != null && nearest >= line - before;
    }

    boolean has(String portal) {
        return lines.containsKey(portal);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    Set<String> portals() {
        return lines.keySet();
    }

    boolean has(String portal, int line) {
        return lines.getOrDefault(portal, Set.of()).contains(line);
    }
}
