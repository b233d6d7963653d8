package sightings.showcase.live;

import java.util.List;

/**
 * How much a use calls the datasets, as pages show it.
 *
 * @param lastWeek the last week that is over, in words
 * @param chart the chart as SVG; empty where no week is told
 * @param rows newest week first; none where no calls are known from logs
 */
public record LiveUse(String lastWeek, String chart, List<Row> rows) {

    public LiveUse {
        rows = List.copyOf(rows);
    }

    /**
     * One week.
     *
     * @param week its first day
     * @param calls how many, in words
     * @param days on how many days; empty where that is not told
     * @param datasets how many datasets; empty as before
     */
    public record Row(String week, String calls, String days, String datasets) {}

    /** Whether logs show any call. */
    public boolean isKnown() {
        return !rows.isEmpty();
    }
}
