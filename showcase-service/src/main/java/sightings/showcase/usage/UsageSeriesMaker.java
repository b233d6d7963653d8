package sightings.showcase.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** Puts the UTC hours of one dataset into the weeks of the city. Pure. */
final class UsageSeriesMaker {

    private UsageSeriesMaker() {}

    /** The series of these days, in any order, whichever import parts they are in. */
    static UsageSeries of(Weeks weeks, List<UsageDocument> days) {
        var tallies = new TreeMap<LocalDate, Tally>();
        weeks.mondays().forEach(monday -> tallies.put(monday, new Tally()));
        for (var document : days) {
            var day = document.day();
            if (day != null) {
                add(weeks, tallies, document, day);
            }
        }
        var all = new Tally();
        tallies.values().forEach(all::add);
        return new UsageSeries(
                tallies.entrySet().stream()
                        .map(week -> new UsageSeries.Week(
                                week.getKey(),
                                week.getValue().total(),
                                week.getValue().byClass(),
                                week.getValue().byKind()))
                        .toList(),
                all.total());
    }

    private static void add(Weeks weeks, TreeMap<LocalDate, Tally> tallies, UsageDocument document, LocalDate day) {
        for (var cell : document.cells()) {
            var tally = tallies.get(weeks.mondayOf(day, cell.hour()));
            if (tally != null) {
                tally.add(cell.accessClass(), cell.kind(), cell.count());
            }
        }
        var tally = tallies.get(weeks.mondayOf(day, -1));
        if (tally != null) {
            tally.addVisitors(document.visitors());
        }
    }
}
