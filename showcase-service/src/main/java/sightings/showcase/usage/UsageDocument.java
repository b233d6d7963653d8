package sightings.showcase.usage;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.CallerCell;
import sightings.event.UniqueCell;
import sightings.event.UsageCell;
import sightings.showcase.index.Index;

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
 * @param hours accesses by all but robots by UTC hour in two digits, {@link #DAY} where the source counts by day
 * @param cells all counts
 * @param unique sessions by hour and class; empty where the rules know none
 * @param lists names and versions of the lists that told classes and tools
 * @param callers through what it was called
 */
public record UsageDocument(
        @Nullable DatasetId dataset,
        @Nullable LocalDate day,
        @Nullable String profile,
        @Nullable String part,
        int visitors,
        long total,
        long robots,
        SortedMap<String, Long> hours,
        List<UsageCell> cells,
        List<UniqueCell> unique,
        List<String> lists,
        List<CallerCell> callers) {

    /** In the place of an hour: the count has none. */
    public static final String DAY = "day";

    /** Where it is kept. */
    public static final Index<UsageDocument> INDEX = new Index<>("usage", UsageDocument.class);

    public UsageDocument {
        hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
        cells = List.copyOf(cells);
        // Until the next rebuild the index holds documents of an earlier release.
        unique = unique == null ? List.of() : List.copyOf(unique);
        lists = lists == null ? List.of() : List.copyOf(lists);
        callers = callers == null ? List.of() : List.copyOf(callers);
    }

    /** Whether it was taken out. */
    public boolean isGone() {
        return dataset == null;
    }
}
