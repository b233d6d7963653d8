package sightings.showcase.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import sightings.event.AccessClass;
import sightings.event.AccessKind;

/**
 * How much a dataset was used, week by week in the city's time zone, without gaps, oldest first.
 *
 * @param weeks the weeks
 * @param total of all weeks, robots left out
 */
public record UsageSeries(List<Week> weeks, PublicCount total) {

    public UsageSeries {
        weeks = List.copyOf(weeks);
    }

    /** Whether there is anything to show. */
    public boolean isEmpty() {
        return weeks.stream().allMatch(week -> week.byClass().isEmpty());
    }

    /**
     * One week.
     *
     * @param monday its first day
     * @param total of all classes but robots
     * @param byClass by who asked; classes without accesses are left out
     * @param byKind by what was asked, robots left out; kinds without accesses are left out
     */
    public record Week(
            LocalDate monday,
            PublicCount total,
            Map<AccessClass, PublicCount> byClass,
            Map<AccessKind, PublicCount> byKind) {}
}
