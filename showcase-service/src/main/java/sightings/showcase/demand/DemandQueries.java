package sightings.showcase.demand;

import java.util.List;
import sightings.event.DemandSeen;

/** What is asked of that which visitors ask for in vain. */
public interface DemandQueries {

    /** What all logs last told, the 10,000 that were asked for last. */
    List<DemandSeen> all();
}
