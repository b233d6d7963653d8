package sightings.ingest.watching;

import java.util.List;
import java.util.Optional;
import sightings.evidence.SourceId;

/** A bean through which a feature brings in its watchers, as the settings name them. */
@FunctionalInterface
public interface WatcherFactory {

    /** The feature's watchers; asked once, at start. */
    List<? extends Watcher> watchers();

    /** The watcher of a source that staff added while the service runs; empty where it is not of this feature. */
    default Optional<? extends Watcher> added(SourceId source) {
        return Optional.empty();
    }
}
