package sightings.showcase.usage;

import java.util.Collection;
import sightings.evidence.UseId;

/** How much known uses call the datasets, as the public may see it. */
public interface CallQueries {

    /**
     * The calls of one use in the last {@link UsageQueries#WEEKS} weeks.
     *
     * @param ids the use by all its ids: where it was found, where it runs, and what was merged into it
     * @param address its own page, by which a tool is known to be the one that names itself in logs
     */
    CallSeries calls(Collection<UseId> ids, String address);
}
