package sightings.showcase.usage;

import java.util.List;
import sightings.dataset.DatasetId;

/**
 * A dataset that is used more than before.
 *
 * @param dataset the dataset
 * @param before accesses in the {@link Rising#WEEKS} weeks before the last ones
 * @param now accesses in the last {@link Rising#WEEKS} weeks that are over
 * @param weeks week by week, oldest first
 */
public record DatasetRise(DatasetId dataset, long before, long now, List<WeekTotal> weeks) {

    public DatasetRise {
        weeks = List.copyOf(weeks);
    }

    /** By how many percent; -1 where there was nothing before. */
    public long percent() {
        return before == 0 ? -1 : Math.round(100.0 * (now - before) / before);
    }
}
