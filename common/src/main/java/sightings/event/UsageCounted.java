package sightings.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import sightings.dataset.DatasetId;

/**
 * All counts of one dataset on one UTC day under one profile. The last one stands for the day.
 *
 * @param dataset the dataset
 * @param day UTC day
 * @param profile name and version of the counting rules, such as {@code downloads@1}; {@link #REPORTED} for the portal's
 *     own statistics, which are never added to counts from logs
 * @param part import part, {@code -} for what was read while the day was open
 * @param cells sorted by hour, class, tool, kind
 * @param visitors distinct visitors; -1 where the source does not say
 * @param time when it was counted
 */
public record UsageCounted(
        DatasetId dataset,
        LocalDate day,
        String profile,
        String part,
        List<UsageCell> cells,
        int visitors,
        Instant time)
        implements Event {

    /** The profile of what the portal reports itself. */
    public static final String REPORTED = "reported@1";

    public UsageCounted {
        cells = List.copyOf(cells);
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
