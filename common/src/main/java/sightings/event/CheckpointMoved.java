package sightings.event;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import sightings.evidence.SourceId;

/**
 * How far one part of a source has been read. Sent in the same transaction as what was read.
 *
 * @param source the source
 * @param part file fingerprint, search slice, feed address, ...
 * @param state what the watcher needs to go on, sorted by name
 * @param time when
 */
public record CheckpointMoved(SourceId source, String part, Map<String, String> state, Instant time)
        implements CheckpointEvent {

    public CheckpointMoved {
        state = java.util.Collections.unmodifiableMap(new TreeMap<>(state));
    }
}
