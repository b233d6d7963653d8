package sightings.showcase.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sightings.dataset.DatasetId;

/**
 * How much the datasets are used, as the public may see it. Counts of different rules are never added, least of all those
 * from logs and those that the portal reports itself.
 */
public interface UsageQueries {

    /** How many weeks are shown, the present one included. */
    int WEEKS = 26;

    /** The last {@link #WEEKS} weeks of one dataset. */
    UsageSeries series(DatasetId dataset, Profile profile);

    /** The last {@link #WEEKS} weeks of all datasets together, rounded down to two digits. */
    List<WeekTotal> weekTotals(Profile profile);

    /** The datasets that were used most in the last {@link #WEEKS} weeks. */
    List<DatasetUsage> mostUsed(Profile profile, int size);

    /** The datasets that are used more than before, the surest first, as {@link Rising} says it. */
    List<DatasetRise> rising(int size);

    /** The last whole week of the dataset that was used most in it, under both rules; empty where there is none. */
    Optional<ProfileWeek> compared();

    /** The last UTC day on which anybody but robots asked for each dataset, as the logs have it; for staff. */
    Map<DatasetId, LocalDate> lastUsed();

    /** The first day that was counted from logs. */
    Optional<LocalDate> countedSince();

    /** Whether there are counts under these rules at all: where not, panels are left out. */
    boolean hasAny(Profile profile);
}
