package sightings.ingest.usage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sightings.event.AccessClass;
import sightings.event.Caller;
import sightings.event.CallerCell;
import sightings.event.DatasetAccessed;

/** Through what accesses call datasets. Why it is kept so: docs/decisions/0019. Pure. */
final class Callers {

    /** So many of a dataset's day are told: those with the most visitors. */
    static final int MOST = 50;

    /** So many of a dataset's day are counted while it is open; up to there, order does not matter. */
    static final int FOLLOWED = 1_000;

    private static final String NO_TOOL = "-";
    private static final Comparator<CallerCell> MOST_FIRST = Comparator.comparingInt(
                    (CallerCell cell) -> -cell.visitors())
            .thenComparingLong(cell -> -cell.calls())
            .thenComparing(CallerCell::caller);

    private Callers() {}

    /** The callers of an access that was answered; none where nothing is known, or of a robot. */
    static List<Caller> of(DatasetAccessed access) {
        var callers = new ArrayList<Caller>(2);
        if (access.accessClass() != AccessClass.ROBOT) {
            if (access.site() != null) {
                callers.add(Caller.site(access.site()));
            }
            if (access.token() != null) {
                callers.add(Caller.token(access.token()));
            }
            if (access.accessClass() == AccessClass.TOOL && !access.tool().equals(NO_TOOL)) {
                callers.add(Caller.tool(Cell.oneLine(access.tool())));
            }
        }
        return callers;
    }

    /** Those of a dataset's day that are told, by name. */
    static List<CallerCell> told(Tally sums) {
        return sums.beginningWith(DayKey.CALLS).entrySet().stream()
                .map(calls -> {
                    var caller = calls.getKey().substring(DayKey.CALLS.length());
                    return new CallerCell(new Caller(caller), calls.getValue(), (int) sums.of(DayKey.CALLING + caller));
                })
                .sorted(MOST_FIRST)
                .limit(MOST)
                .sorted(Comparator.comparing(CallerCell::caller))
                .toList();
    }

    /** The sums of a dataset's day, of its callers those that are told alone. */
    static Tally withoutOthers(Tally sums) {
        var left = new Tally();
        sums.forEach((name, sum) -> {
            if (!isOfCaller(name)) {
                left.add(name, sum);
            }
        });
        var told = told(sums);
        left.add(DayKey.CALLERS, told.size());
        for (var cell : told) {
            left.add(DayKey.CALLS + cell.caller().value(), cell.calls());
            left.add(DayKey.CALLING + cell.caller().value(), cell.visitors());
        }
        return left;
    }

    private static boolean isOfCaller(String name) {
        return name.startsWith(DayKey.CALLS) || name.startsWith(DayKey.CALLING) || name.equals(DayKey.CALLERS);
    }
}
