package sightings.showcase.usage;

import java.util.List;
import sightings.dataset.DatasetId;

/**
 * How much one dataset was used.
 *
 * @param dataset the dataset
 * @param count accesses by all but robots
 * @param weeks week by week, oldest first
 */
public record DatasetUsage(DatasetId dataset, PublicCount count, List<WeekTotal> weeks) {

    public DatasetUsage {
        weeks = List.copyOf(weeks);
    }

    static DatasetUsage of(DatasetId dataset, UsageSeries series) {
        return new DatasetUsage(dataset, series.total(), weeks(series));
    }

    static List<WeekTotal> weeks(UsageSeries series) {
        return series.weeks().stream()
                .map(week -> new WeekTotal(week.monday(), week.total()))
                .toList();
    }
}
