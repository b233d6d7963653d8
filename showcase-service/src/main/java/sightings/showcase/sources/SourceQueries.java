package sightings.showcase.sources;

import java.util.List;
import sightings.event.SourceReported;
import sightings.evidence.SourceId;

/** How the sources are, for staff. */
public interface SourceQueries {

    /** The last report of each source, by kind and title. */
    List<SourceReported> all();

    /** What became of the lines of each file of a source of logs: of the newest by itself, of the others together. */
    LogFiles files(SourceId source, int newest);
}
