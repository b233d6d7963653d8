package sightings.ingest.watching;

import java.util.Map;
import sightings.event.Event;

/**
 * Where a watcher's events go. Nothing that was sent is visible to anybody before {@link #commit}, and what is not
 * committed when the round ends is dropped.
 */
public interface Outlet {

    /** Adds the event to the open transaction. It may wait for the broker. */
    void send(Event event);

    /**
     * Adds to the open transaction that the place is of no interest any more: a tombstone takes its last observation.
     *
     * @param place its address
     */
    void forget(String place);

    /**
     * Commits all events since the last commit together with how far the part has been read, in one Kafka transaction:
     * either both are there or neither. Returns when the broker has confirmed.
     *
     * @param part file fingerprint, search slice, feed address, ...
     * @param state what the watcher needs to go on from here
     * @throws SourceLostException where another instance owns the source by now; let it pass
     */
    void commit(String part, Map<String, String> state);
}
