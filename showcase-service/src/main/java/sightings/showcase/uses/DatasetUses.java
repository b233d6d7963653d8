package sightings.showcase.uses;

import sightings.dataset.DatasetId;

/**
 * How many published uses a dataset has.
 *
 * @param dataset the dataset
 * @param published stories that use it
 */
public record DatasetUses(DatasetId dataset, long published) {}
