package sightings.showcase.usage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.UsageCell;

/**
 * All counts of one dataset on one UTC day under one profile, as the index keeps them.
 *
 * @param dataset the dataset; null where the record was taken out
 * @param day UTC day
 * @param profile name and version of the counting rules
 * @param part import part
 * @param visitors distinct visitors; -1 where unknown
 * @param total accesses by all but robots
 * @param robots accesses by robots
 * @param hours accesses by all but robots per UTC hour, 24 numbers; all in the first where the source counts by day
 * @param cells all counts
 */
public record UsageDocument(
        @Nullable DatasetId dataset,
        @Nullable LocalDate day,
        @Nullable String profile,
        @Nullable String part,
        int visitors,
        long total,
        long robots,
        List<Long> hours,
        List<UsageCell> cells) {

    public UsageDocument {
        hours = List.copyOf(hours);
        cells = List.copyOf(cells);
    }

    /** Whether it was taken out. */
    public boolean isGone() {
        return dataset == null;
    }
}
