package sightings.showcase.uses;

import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.evidence.Grade;

/**
 * How one use uses one dataset. Title and address of the dataset are joined when read.
 *
 * @param id the dataset
 * @param grade the strongest grade sighted; null where only staff name the dataset
 * @param sightings how many finds there are
 */
public record DatasetUse(DatasetId id, @Nullable Grade grade, int sightings) {}
