package sightings.showcase.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How much one use calls the datasets, week by week, without gaps, oldest first.
 *
 * @param weeks the weeks; none where no caller in the logs is known to be this use
 */
public record CallSeries(List<Week> weeks) {

    public CallSeries {
        weeks = List.copyOf(weeks);
    }

    /**
     * One week, Monday to Sunday. Callers are counted by UTC day, so its days are those of UTC.
     *
     * @param monday its first day
     * @param open whether it can still grow
     * @param calls how many; rounded down, since the others on a dataset's page would come out by subtraction
     * @param days on how many days; 0 where the calls are not told or can still grow
     * @param datasets how many datasets, as before
     */
    public record Week(LocalDate monday, boolean open, PublicCount calls, int days, int datasets) {

        /** Its last day, a Sunday. */
        public LocalDate sunday() {
            return monday.plusDays(6);
        }

        private boolean hasAny() {
            return !(calls instanceof PublicCount.Exact);
        }
    }

    /** Whether logs show no call at all. */
    public boolean isEmpty() {
        return weeks.stream().noneMatch(Week::hasAny);
    }

    /** The last week that cannot grow any more. */
    public Optional<Week> lastWhole() {
        return weeks.reversed().stream().filter(week -> !week.open()).findFirst();
    }
}
