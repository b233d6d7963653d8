package sightings.showcase.usage;

import java.util.List;
import sightings.dataset.DatasetId;

/**
 * How much the datasets are used, as the public may see it. Counts from logs and counts that the portal reports itself
 * are never added.
 */
public interface UsageQueries {

    /** How many weeks are shown, the present one included. */
    int WEEKS = 26;

    /** Which counts are meant. */
    enum Origin {
        /** Counted from the portal's access logs. */
        LOGS,
        /** Reported by the portal. */
        REPORTED
    }

    /** The last {@link #WEEKS} weeks of one dataset. */
    UsageSeries series(DatasetId dataset, Origin origin);

    /** The last {@link #WEEKS} weeks of all datasets together. */
    List<WeekTotal> weekTotals(Origin origin);

    /** The datasets that were used most in the last {@link #WEEKS} weeks. */
    List<DatasetUsage> mostUsed(Origin origin, int size);

    /** Whether there are counts of this origin at all: where not, panels are left out. */
    boolean hasAny(Origin origin);
}
