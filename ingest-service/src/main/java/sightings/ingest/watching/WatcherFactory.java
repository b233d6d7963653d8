package sightings.ingest.watching;

import java.util.List;
import java.util.Optional;

/** A bean through which a feature brings in its watchers, as the settings name them. */
@FunctionalInterface
public interface WatcherFactory {

    /** The feature's watchers; asked once, at start. */
    List<? extends Watcher> watchers();

    /** The watcher of what staff added at this address while the service runs; empty where it is not of this feature. */
    default Optional<? extends Watcher> added(String address) {
        return Optional.empty();
    }
}
