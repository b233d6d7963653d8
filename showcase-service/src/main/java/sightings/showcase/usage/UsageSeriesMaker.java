package sightings.showcase.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import sightings.dataset.DatasetId;
import sightings.event.UniqueCell;
import sightings.event.UsageCell;

/** Puts the UTC hours of one dataset into the weeks of the city. Pure. */
final class UsageSeriesMaker {

    private final Weeks weeks;
    private final Disclosure disclosure;

    UsageSeriesMaker(Weeks weeks, int threshold) {
        this.weeks = weeks;
        this.disclosure = new Disclosure(threshold);
    }

    /**
     * The series of these days.
     *
     * @param days days of one profile, in any order, whichever import parts they are in
     * @param sessions the same days under rules that know sessions; they say how many visitors there were at least
     */
    UsageSeries of(List<UsageDocument> days, List<UsageDocument> sessions) {
        var tallies = tallies(days, sessions);
        var shown = tallies.entrySet().stream()
                .map(week -> disclosure.week(week.getKey(), weeks.isOpen(week.getKey()), week.getValue()))
                .toList();
        var over = tallies.entrySet().stream()
                .filter(week -> !weeks.isOpen(week.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new UsageSeries(shown, disclosure.total(shown), disclosure.tools(over));
    }

    /** The first week under both rules, rounded down: else their difference would tell of single accesses. */
    ProfileWeek compared(DatasetId dataset, List<UsageDocument> downloads, List<UsageDocument> counter) {
        var monday = weeks.first();
        return new ProfileWeek(
                dataset,
                disclosure.week(
                        monday,
                        true,
                        Objects.requireNonNull(tallies(downloads, counter).get(monday))),
                disclosure.week(
                        monday,
                        true,
                        Objects.requireNonNull(tallies(counter, counter).get(monday))),
                disclosure.sessions(sessionsOf(monday, counter, UniqueCell::investigations)),
                disclosure.sessions(sessionsOf(monday, counter, UniqueCell::requests)),
                downloads.stream()
                        .flatMap(day -> day.lists().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private long sessionsOf(LocalDate monday, List<UsageDocument> documents, ToLongFunction<UniqueCell> counted) {
        long sum = 0;
        for (var document : documents) {
            var day = document.day();
            if (day != null) {
                sum += document.unique().stream()
                        .filter(cell -> weeks.mondayOf(day, cell.hour()).equals(monday))
                        .mapToLong(counted)
                        .sum();
            }
        }
        return sum;
    }

    private TreeMap<LocalDate, WeekTally> tallies(List<UsageDocument> days, List<UsageDocument> sessions) {
        var tallies = new TreeMap<LocalDate, WeekTally>();
        weeks.mondays().forEach(monday -> tallies.put(monday, new WeekTally()));
        var sessionsByDay = sessions(sessions);
        for (var document : days) {
            var day = document.day();
            if (day != null) {
                var unique = sessionsByDay.getOrDefault(key(document), List.of());
                byWeek(document, day, unique).forEach((monday, tally) -> {
                    var week = tallies.get(monday);
                    if (week != null) {
                        week.add(tally);
                    }
                });
            }
        }
        return tallies;
    }

    private Map<LocalDate, DayTally> byWeek(UsageDocument document, LocalDate day, List<UniqueCell> sessions) {
        long ofTheDay = document.cells().stream().mapToLong(UsageCell::count).sum();
        var tallies = new HashMap<LocalDate, DayTally>();
        for (var cell : document.cells()) {
            tallies.computeIfAbsent(weeks.mondayOf(day, cell.hour()), _ -> new DayTally(ofTheDay, document.visitors()))
                    .add(cell);
        }
        for (var cell : sessions) {
            var tally = tallies.get(weeks.mondayOf(day, cell.hour()));
            if (tally != null) {
                tally.addSessions(cell.accessClass(), cell.investigations(), cell.requests());
            }
        }
        return tallies;
    }

    private static Map<List<Object>, List<UniqueCell>> sessions(List<UsageDocument> documents) {
        var sessions = new HashMap<List<Object>, List<UniqueCell>>();
        documents.stream()
                .filter(document -> !document.isGone())
                .forEach(document -> sessions.computeIfAbsent(key(document), _ -> new ArrayList<>())
                        .addAll(document.unique()));
        return sessions;
    }

    private static List<Object> key(UsageDocument document) {
        return List.of(Objects.requireNonNull(document.day()), Objects.requireNonNullElse(document.part(), ""));
    }
}
