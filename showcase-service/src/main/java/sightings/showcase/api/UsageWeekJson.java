package sightings.showcase.api;

import java.time.LocalDate;
import java.util.List;

/**
 * One week, Monday to Sunday in the city's time zone.
 *
 * @param from its first day
 * @param to its last day
 * @param open whether it can still grow: then its numbers are rounded down
 * @param total of all but robots
 * @param parts what the total is made of, robots, and what is too small to be told
 */
record UsageWeekJson(LocalDate from, LocalDate to, boolean open, CountJson total, List<UsagePartJson> parts) {}
