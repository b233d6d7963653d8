package sightings.showcase.usage;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import sightings.dataset.DatasetId;
import sightings.event.AccessClass;

/**
 * The same week of some datasets together under both rules, rounded down.
 *
 * @param monday the week's first day
 * @param datasets the datasets, most used first
 * @param downloads as {@link Profile#DOWNLOADS} counts it
 * @param counter as {@link Profile#COUNTER_RD} counts it
 * @param investigating sessions that asked for a dataset, as the Code counts them
 * @param requesting sessions that fetched its data
 * @param lists names and versions of the lists that told classes and tools
 */
public record ProfileWeek(
        LocalDate monday,
        List<DatasetId> datasets,
        Side downloads,
        Side counter,
        PublicCount investigating,
        PublicCount requesting,
        List<String> lists) {

    public ProfileWeek {
        datasets = List.copyOf(datasets);
        lists = List.copyOf(lists);
    }

    /**
     * The week under one of them.
     *
     * @param byClass by who asked; classes of which nothing is told are left out
     * @param mixed of several classes that are too small to be told apart
     * @param total of all classes but robots
     */
    public record Side(Map<AccessClass, PublicCount> byClass, PublicCount mixed, PublicCount total) {

        public Side {
            byClass = Collections.unmodifiableMap(byClass);
        }
    }
}
