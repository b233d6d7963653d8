package sightings.showcase.usage;

import sightings.dataset.DatasetId;

/**
 * How much one dataset was used.
 *
 * @param dataset the dataset
 * @param count accesses by all but robots
 */
public record DatasetUsage(DatasetId dataset, PublicCount count) {}
