package sightings.showcase.usage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sightings.dataset.DatasetId;
import sightings.event.Caller;
import sightings.event.CallerCell;

/**
 * Adds up what the callers of one use did, and decides what of it is told. Pure.
 *
 * <p>An access may have a site, a key and a tool at once, and a use may be known by several of them: of each dataset's day the
 * sort of callers with the most calls stands for all, so that nothing is counted twice. For the same reason visitors of a
 * day are those of the caller and dataset with the most of them. A visitor has another pseudonym each day, so a week is told
 * only where its {@value #BEST_DAYS} best days have enough visitors together, and two of them came on one day: nobody
 * gets there alone. The rules stand in docs/decisions/0019.
 */
final class CallSeriesMaker {

    private static final int BEST_DAYS = 3;
    private static final int NOT_ALONE = 2;

    private final Weeks weeks;
    private final int threshold;

    CallSeriesMaker(Weeks weeks, int threshold) {
        this.weeks = weeks;
        this.threshold = threshold;
    }

    /** What happened on one day. */
    private static final class Day {
        private final Set<DatasetId> datasets = new HashSet<>();
        private long calls;
        private int visitors;

        void add(DatasetId dataset, Collection<CallerCell> cells) {
            var calling = new HashMap<String, Long>();
            for (var cell : cells) {
                calling.merge(cell.caller().sort(), cell.calls(), Long::sum);
                visitors = Math.max(visitors, cell.visitors());
            }
            calls += calling.values().stream().mapToLong(Long::longValue).max().orElse(0);
            datasets.add(dataset);
        }
    }

    /**
     * The series.
     *
     * @param called days of datasets, in any order, whichever import parts they are in
     * @param callers those that are the use
     */
    CallSeries of(Collection<CalledDay> called, Set<Caller> callers) {
        var days = new TreeMap<LocalDate, Day>();
        for (var each : called) {
            var cells = each.callers().stream()
                    .filter(cell -> callers.contains(cell.caller()))
                    .toList();
            if (!cells.isEmpty()) {
                days.computeIfAbsent(each.day(), _ -> new Day()).add(each.dataset(), cells);
            }
        }
        return new CallSeries(weeks.mondays().stream()
                .map(monday -> week(monday, days.subMap(monday, monday.plusWeeks(1))))
                .toList());
    }

    private CallSeries.Week week(LocalDate monday, Map<LocalDate, Day> days) {
        boolean open = weeks.isOpen(monday);
        long calls = days.values().stream().mapToLong(day -> day.calls).sum();
        if (calls == 0) {
            return new CallSeries.Week(monday, open, new PublicCount.Exact(0), 0, 0);
        }
        if (calls < threshold || !haveEnoughVisitors(days.values())) {
            return new CallSeries.Week(monday, open, new PublicCount.FewerThan(threshold), 0, 0);
        }
        var datasets = new HashSet<DatasetId>();
        days.values().forEach(day -> datasets.addAll(day.datasets));
        return new CallSeries.Week(
                monday,
                open,
                new PublicCount.AtLeast(calls / threshold * threshold),
                open ? 0 : days.size(),
                open ? 0 : datasets.size());
    }

    private boolean haveEnoughVisitors(Collection<Day> days) {
        var best = days.stream()
                .map(day -> day.visitors)
                .sorted(Comparator.reverseOrder())
                .limit(BEST_DAYS)
                .toList();
        return best.getFirst() >= NOT_ALONE
                && best.stream().mapToInt(Integer::intValue).sum() >= threshold;
    }
}
