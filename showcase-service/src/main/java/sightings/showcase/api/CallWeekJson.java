package sightings.showcase.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One week, Monday to Sunday in UTC.
 *
 * @param from its first day
 * @param to its last day
 * @param open whether it can still grow
 * @param calls how many, rounded down
 * @param days on how many days; absent where the calls are not told or can still grow
 * @param datasets how many datasets; absent as before
 */
record CallWeekJson(
        LocalDate from,
        LocalDate to,
        boolean open,
        CountJson calls,
        @Nullable Integer days,
        @Nullable Integer datasets) {}
