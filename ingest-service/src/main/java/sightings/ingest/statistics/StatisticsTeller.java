package sightings.ingest.statistics;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.UsageCell;
import sightings.event.UsageCounted;
import sightings.ingest.catalogue.Datasets;
import sightings.ingest.publishing.DaySalts;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;

/**
 * Tells what a portal's statistics state, month by month as far as it differs from what was told before, and withdraws
 * what they stated before and state no more: such a day is told without counts. Each dataset is a step of its own.
 */
final class StatisticsTeller {

    private static final String PART = "dataset/";
    private static final ToldMonths.Told NOTHING = new ToldMonths.Told(0, "");

    private final Datasets datasets;

    StatisticsTeller(Datasets datasets) {
        this.datasets = datasets;
    }

    /** Tells and commits; says how many days were told. */
    int tell(StatisticsTable table, Checkpoints checkpoints, Outlet outlet) throws InterruptedException {
        int days = 0;
        for (var dataset : concerned(table, checkpoints)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var before = ToldMonths.ofState(checkpoints.of(PART + dataset).orElse(Map.of()));
            var counts = table.months(dataset);
            var now = ToldMonths.of(counts);
            if (!now.equals(before)) {
                days += tell(dataset, before, now, counts, outlet);
                outlet.commit(PART + dataset, now.state());
            }
        }
        return days;
    }

    private SortedSet<DatasetId> concerned(StatisticsTable table, Checkpoints checkpoints) {
        var concerned = new TreeSet<DatasetId>(table.datasets());
        checkpoints.all().keySet().stream()
                .filter(part -> part.startsWith(PART))
                .map(part -> new DatasetId(part.substring(PART.length())))
                // The table may well state one that the catalogue does not know any more.
                .filter(dataset -> datasets.withId(dataset.value()).isPresent())
                .forEach(concerned::add);
        return concerned;
    }

    private static int tell(
            DatasetId dataset,
            ToldMonths before,
            ToldMonths now,
            SortedMap<YearMonth, MonthCounts> counts,
            Outlet outlet) {
        int days = 0;
        var months = new TreeSet<>(before.months().keySet());
        months.addAll(now.months().keySet());
        for (var month : months) {
            var old = before.months().getOrDefault(month, NOTHING);
            var fresh = now.months().getOrDefault(month, NOTHING);
            if (!old.equals(fresh)) {
                days += tell(dataset, month, old.days() | fresh.days(), counts.get(month), outlet);
            }
        }
        return days;
    }

    private static int tell(DatasetId dataset, YearMonth month, int days, @Nullable MonthCounts counts, Outlet outlet) {
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            if ((days & 1 << day - 1) != 0) {
                outlet.send(usage(dataset, month, day, counts == null ? List.of() : counts.cells(day)));
            }
        }
        return Integer.bitCount(days);
    }

    private static UsageCounted usage(DatasetId dataset, YearMonth month, int dayOfMonth, List<UsageCell> cells) {
        var day = month.atDay(dayOfMonth);
        return new UsageCounted(
                dataset,
                day,
                UsageCounted.REPORTED,
                DaySalts.OPEN_PART,
                cells,
                -1,
                day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
