package sightings.ingest.watching;

import java.util.List;

/** A bean through which a feature brings in its watchers, as the settings name them. */
@FunctionalInterface
public interface WatcherFactory {

    /** The feature's watchers; asked once, at start. */
    List<? extends Watcher> watchers();
}
