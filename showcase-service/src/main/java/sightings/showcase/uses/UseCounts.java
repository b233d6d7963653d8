package sightings.showcase.uses;

/**
 * How many uses there are.
 *
 * @param awaitingReview discovered, with at least one find that holds
 * @param published stories
 * @param rejected not to be shown
 * @param sightings finds that hold, of all uses
 * @param datasets datasets with at least one find, whatever became of the use
 */
public record UseCounts(long awaitingReview, long published, long rejected, long sightings, long datasets) {}
