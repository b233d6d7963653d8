package sightings.showcase.sources;

import java.util.List;
import sightings.event.SourceReported;

/** How the sources are, for staff. */
public interface SourceQueries {

    /** The last report of each source, by kind and title. */
    List<SourceReported> all();
}
