package sightings.showcase.usage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import sightings.dataset.DatasetId;
import sightings.event.AccessClass;

/**
 * Adds a week of several datasets up under both rules. What is added is what is told of each dataset; the sum is rounded
 * down, else the difference of the two would tell of single accesses. Pure.
 */
final class ProfileWeekMaker {

    private final Weeks week;
    private final int threshold;
    private final List<DatasetId> datasets = new ArrayList<>();
    private final Sum downloads = new Sum();
    private final Sum counter = new Sum();
    private final TreeSet<String> lists = new TreeSet<>();
    private long investigating;
    private long requesting;

    /** @param week one week alone, which is over */
    ProfileWeekMaker(Weeks week, int threshold) {
        this.week = week;
        this.threshold = threshold;
    }

    /** What is told of one side so far. */
    private static final class Sum {
        private final Map<AccessClass, Long> byClass = new EnumMap<>(AccessClass.class);
        private long mixed;
        private long total;

        void add(UsageSeries.Week told) {
            told.byClass().forEach((accessClass, count) -> byClass.merge(accessClass, count.told(), Long::sum));
            mixed += told.ofNoClass().told();
            total += told.total().told();
        }
    }

    /** Adds a dataset's days under both rules. */
    void add(DatasetId dataset, List<UsageDocument> ofDownloads, List<UsageDocument> ofCounter) {
        var maker = new UsageSeriesMaker(week, threshold);
        datasets.add(dataset);
        downloads.add(maker.of(ofDownloads, ofCounter).weeks().getFirst());
        counter.add(maker.of(ofCounter, ofCounter).weeks().getFirst());
        for (var document : ofCounter) {
            var day = document.day();
            if (day != null) {
                document.unique().stream()
                        .filter(cell -> week.mondayOf(day, cell.hour()).equals(week.first()))
                        .forEach(cell -> {
                            investigating += cell.investigations();
                            requesting += cell.requests();
                        });
            }
        }
        ofDownloads.forEach(document -> lists.addAll(document.lists()));
    }

    /** The week. */
    ProfileWeek told() {
        return new ProfileWeek(
                week.first(),
                datasets,
                side(downloads),
                side(counter),
                rounded(investigating),
                rounded(requesting),
                List.copyOf(lists));
    }

    private ProfileWeek.Side side(Sum sum) {
        var byClass = new EnumMap<AccessClass, PublicCount>(AccessClass.class);
        sum.byClass.forEach((accessClass, count) -> {
            if (count > 0) {
                byClass.put(accessClass, rounded(count));
            }
        });
        return new ProfileWeek.Side(byClass, rounded(sum.mixed), rounded(sum.total));
    }

    private PublicCount rounded(long count) {
        if (count == 0) {
            return new PublicCount.Exact(0);
        }
        return count < threshold
                ? new PublicCount.FewerThan(threshold)
                : new PublicCount.AtLeast(count / threshold * threshold);
    }
}
