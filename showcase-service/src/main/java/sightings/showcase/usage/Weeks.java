package sightings.showcase.usage;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weeks that are shown, Monday to Sunday in the city's time zone.
 *
 * @param zone the city's time zone
 * @param first Monday of the first week
 * @param count how many weeks
 * @param complete what happened before this has been counted: a week that ended later can still grow
 */
record Weeks(ZoneId zone, LocalDate first, int count, Instant complete) {

    /**
     * The weeks that end with the present one.
     *
     * @param openFor how long after its end a day can still grow
     */
    static Weeks endingAt(Instant now, ZoneId zone, int count, Duration openFor) {
        var thisMonday = mondayOf(now.atZone(zone).toLocalDate());
        return new Weeks(zone, thisMonday.minusWeeks(count - 1L), count, now.minus(openFor));
    }

    /** All Mondays, oldest first. */
    List<LocalDate> mondays() {
        return IntStream.range(0, count).mapToObj(first::plusWeeks).toList();
    }

    /** The Mondays of the last weeks that cannot grow any more, at most this many, oldest first. */
    List<LocalDate> lastWhole(int most) {
        var whole = mondays().stream().filter(monday -> !isOpen(monday)).toList();
        return whole.subList(Math.max(0, whole.size() - most), whole.size());
    }

    /** The same with this week alone. */
    Weeks only(LocalDate monday) {
        return new Weeks(zone, monday, 1, complete);
    }

    /** Whether the week that begins on this Monday can still grow. */
    boolean isOpen(LocalDate monday) {
        return monday.plusWeeks(1).atStartOfDay(zone).toInstant().isAfter(complete);
    }

    /** The first UTC day that may hold an hour of these weeks. */
    LocalDate firstUtcDay() {
        return first.minusDays(1);
    }

    /** The last UTC day that may hold an hour of these weeks. */
    LocalDate lastUtcDay() {
        return first.plusWeeks(count);
    }

    /** The Monday of the city's week in which this UTC hour lies; of the day itself where there is no hour. */
    LocalDate mondayOf(LocalDate utcDay, int hour) {
        if (hour < 0) {
            return mondayOf(utcDay);
        }
        return mondayOf(utcDay.atTime(hour, 0)
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(zone)
                .toLocalDate());
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
