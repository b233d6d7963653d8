package sightings.showcase.usage;

import java.util.List;
import sightings.dataset.DatasetId;

/**
 * The same week of one dataset under both rules, rounded down.
 *
 * @param dataset the dataset
 * @param downloads as {@link Profile#DOWNLOADS} counts it
 * @param counter as {@link Profile#COUNTER_RD} counts it
 * @param investigating sessions that asked for the dataset, as the Code counts them
 * @param requesting sessions that fetched its data
 * @param lists names and versions of the lists that told classes and tools
 */
public record ProfileWeek(
        DatasetId dataset,
        UsageSeries.Week downloads,
        UsageSeries.Week counter,
        PublicCount investigating,
        PublicCount requesting,
        List<String> lists) {

    public ProfileWeek {
        lists = List.copyOf(lists);
    }
}
