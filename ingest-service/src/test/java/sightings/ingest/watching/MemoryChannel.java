package sightings.ingest.watching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sightings.event.Event;

/** Keeps what a watcher commits, for tests of watchers that need no broker. */
public final class MemoryChannel implements Checkpoints, Outlet {

    private final Map<String, Map<String, String>> parts = new TreeMap<>();
    private final List<Event> open = new ArrayList<>();
    private final List<Event> committed = new ArrayList<>();
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
        forgotten.add(place);
    }

    /** The places that were to be forgotten. */
    public List<String> forgotten() {
        return List.copyOf(forgotten);
    }

    @Override
    public void commit(String part, Map<String, String> state) {
        parts.put(part, Map.copyOf(state));
        committed.addAll(open);
        open.clear();
    }

    /** What was committed since this was asked last; what was sent and not committed is dropped. */
    public List<Event> take() {
        open.clear();
        var taken = List.copyOf(committed);
        committed.clear();
        return taken;
    }
}
