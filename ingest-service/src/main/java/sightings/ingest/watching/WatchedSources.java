package sightings.ingest.watching;

import java.util.List;
import sightings.event.SourceReported;
import sightings.evidence.SourceId;

/** Which sources are watched, here or on another instance. */
public interface WatchedSources {

    /** All of them, those of the settings first. */
    List<Source> sources();

    /**
     * One source.
     *
     * @param id the source
     * @param kind what is watched
     * @param title how staff know it
     */
    record Source(SourceId id, SourceReported.Kind kind, String title) {}
}
