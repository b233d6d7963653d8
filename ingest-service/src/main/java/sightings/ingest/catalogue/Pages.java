package sightings.ingest.catalogue;

import sightings.dataset.Dataset;

/** Knows whether a dataset's own page is there. */
@FunctionalInterface
interface Pages {

    /** The state of this dataset's page now. */
    PageState of(Dataset dataset);
}
