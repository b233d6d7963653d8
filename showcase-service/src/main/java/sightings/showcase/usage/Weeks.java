package sightings.showcase.usage;

import java.time.DayOfWeek;
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
 */
record Weeks(ZoneId zone, LocalDate first, int count) {

    /** The weeks that end with the present one. */
    static Weeks endingAt(Instant now, ZoneId zone, int count) {
        var thisMonday = mondayOf(now.atZone(zone).toLocalDate());
        return new Weeks(zone, thisMonday.minusWeeks(count - 1L), count);
    }

    /** All Mondays, oldest first. */
    List<LocalDate> mondays() {
        return IntStream.range(0, count).mapToObj(first::plusWeeks).toList();
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

    /** Whether the week that begins on this Monday is shown. */
    boolean contains(LocalDate monday) {
        return !monday.isBefore(first) && monday.isBefore(first.plusWeeks(count));
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
