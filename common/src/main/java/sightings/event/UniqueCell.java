package sightings.event;

/**
 * How many sessions had to do with a dataset within one hour: a visitor counts once in an hour, whatever they did.
 *
 * @param hour UTC hour, 0 to 23
 * @param accessClass who
 * @param investigations sessions with at least one investigation
 * @param requests those of them that fetched data
 */
public record UniqueCell(int hour, AccessClass accessClass, int investigations, int requests) {}
