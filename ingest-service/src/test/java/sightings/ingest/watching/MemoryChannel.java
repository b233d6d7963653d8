package sightings.ingest.watching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sightings.event.Event;

/** Keeps what a watcher commits, for tests of watchers that need no broker. */
public final class MemoryChannel implements Checkpoints, Outlet {

    private final Map<String, Map<String, String>> parts = new TreeMap<>();
    private final List<Event> open = new ArrayList<>();
    private final List<Event> committed = new ArrayList<>();
    private final Map<Class<?>, Integer> mostAtOnce = new HashMap<>();
    private final List<String> openForgotten = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();

    @Override
    public Optional<Map<String, String>> of(String part) {
        return Optional.ofNullable(parts.get(part));
    }

    @Override
    public Map<String, Map<String, String>> all() {
        return Map.copyOf(parts);
    }

    @Override
    public void send(Event event) {
        open.add(event);
    }

    @Override
    public void forget(String place) {
        openForgotten.add(place);
    }

    @Override
    public void commit(String part, Map<String, String> state) {
        parts.put(part, Map.copyOf(state));
        open.stream()
                .collect(Collectors.groupingBy(Object::getClass, Collectors.summingInt(_ -> 1)))
                .forEach((type, number) -> mostAtOnce.merge(type, number, Math::max));
        committed.addAll(open);
        open.clear();
        forgotten.addAll(openForgotten);
        openForgotten.clear();
    }

    /** Drops what was sent and not committed, as the end of a round or a crash does. */
    public void drop() {
        open.clear();
        openForgotten.clear();
    }

    /** How many events of this type were committed with one part at the most. */
    public int mostAtOnce(Class<? extends Event> type) {
        return mostAtOnce.getOrDefault(type, 0);
    }

    /** The places that were forgotten. */
    public List<String> forgotten() {
        return List.copyOf(forgotten);
    }

    /** What was committed since this was asked last; what was sent and not committed is dropped. */
    public List<Event> take() {
        open.clear();
        var taken = List.copyOf(committed);
        committed.clear();
        return taken;
    }
}
