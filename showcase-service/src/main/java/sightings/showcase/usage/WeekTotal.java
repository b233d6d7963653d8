package sightings.showcase.usage;

import java.time.LocalDate;

/**
 * How much all datasets together were used in one week of the city.
 *
 * @param monday its first day
 * @param count accesses by all but robots
 */
public record WeekTotal(LocalDate monday, PublicCount count) {}
