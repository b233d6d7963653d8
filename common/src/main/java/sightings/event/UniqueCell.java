package sightings.event;

/**
 * How many sessions, each of one visitor within one UTC hour, had to do with a dataset, by the COUNTER Code of Practice.
 *
 * @param hour UTC hour, 0 to 23
 * @param accessClass who
 * @param investigations sessions with at least one investigation
 * @param requests sessions with at least one request for the data itself
 */
public record UniqueCell(int hour, AccessClass accessClass, long investigations, long requests) {}
