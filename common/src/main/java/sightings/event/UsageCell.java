package sightings.event;

/**
 * One count within a dataset's day.
 *
 * @param hour UTC hour, 0 to 23; -1 where the source counts by day
 * @param accessClass who
 * @param tool name of the tool, or {@code -}
 * @param kind what
 * @param count how often, absolute
 */
public record UsageCell(int hour, AccessClass accessClass, String tool, AccessKind kind, long count) {}
