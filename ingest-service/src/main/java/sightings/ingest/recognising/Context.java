package sightings.ingest.recognising;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which portals a text speaks of, and where: an id apart from its host is confirmed by them. */
final class Context {

    private final Map<String, Set<Integer>> lines = new HashMap<>();

    /** The portal's host stands in this line; 0 where its library implies it. */
    void speaksOf(String portal, int line) {
        lines.computeIfAbsent(portal, _ -> new HashSet<>()).add(line);
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
