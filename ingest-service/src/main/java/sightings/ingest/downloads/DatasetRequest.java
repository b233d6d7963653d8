package sightings.ingest.downloads;

import sightings.dataset.DatasetId;
import sightings.event.AccessKind;

/**
 * A request that is about a dataset.
 *
 * @param dataset the dataset
 * @param kind what was asked of it
 */
record DatasetRequest(DatasetId dataset, AccessKind kind) {}
