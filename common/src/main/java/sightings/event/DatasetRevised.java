package sightings.event;

import sightings.dataset.DatasetId;

/**
 * What reading again did to the finds of one dataset.
 *
 * @param dataset the dataset
 * @param gained finds that count now and did not before
 * @param lost finds that no longer count
 */
public record DatasetRevised(DatasetId dataset, long gained, long lost) {}
