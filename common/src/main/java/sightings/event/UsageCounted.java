package sightings.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import sightings.dataset.DatasetId;

/**
 * All counts of one dataset on one UTC day under one profile. The last one stands for the day.
 *
 * @param dataset the dataset
 * @param day UTC day
 * @param profile name and version of the counting rules: {@link #COUNTER_RD} and {@link #DOWNLOADS} count the same logs side
 *     by side, each whole by itself; {@link #REPORTED} for the portal's own statistics. Counts of two profiles are never
 *     added
 * @param part import part, {@code -} for what was read while the day was open
 * @param cells sorted by hour, class, tool, kind
 * @param visitors distinct visitors; -1 where the source does not say
 * @param unique sessions by hour and class, sorted by both; empty where the profile knows none
 * @param lists names and versions of the lists that told classes and tools, sorted; more than one where they changed on the
 *     way, none where the source does not say
 * @param callers through what the dataset was called, of many those with the most visitors; sorted. One access may be of several
 * @param time when it was counted
 */
public record UsageCounted(
        DatasetId dataset,
        LocalDate day,
        String profile,
        String part,
        List<UsageCell> cells,
        int visitors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UniqueCell> unique,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> lists,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CallerCell> callers,
        Instant time)
        implements Event {

    /** The profile of the COUNTER Code of Practice for Research Data. */
    public static final String COUNTER_RD = "counter-rd@1";

    /** The profile of every successful download. */
    public static final String DOWNLOADS = "downloads@2";

    /** The profile of what the portal reports itself. */
    public static final String REPORTED = "reported@1";

    public UsageCounted {
        cells = List.copyOf(cells);
        // None of them was there in the first records.
        unique = unique == null ? List.of() : List.copyOf(unique);
        lists = lists == null ? List.of() : List.copyOf(lists);
        callers = callers == null ? List.of() : List.copyOf(callers);
    }

    /** Counts of a profile without sessions, from a source that needs no lists. */
    public UsageCounted(
            DatasetId dataset,
            LocalDate day,
            String profile,
            String part,
            List<UsageCell> cells,
            int visitors,
            Instant time) {
        this(dataset, day, profile, part, cells, visitors, List.of(), List.of(), List.of(), time);
    }

    @Override
    public Topic topic() {
        return Topic.USAGE;
    }

    @Override
    public String subject() {
        return String.join("/", dataset.value(), day.toString(), profile, part);
    }
}
