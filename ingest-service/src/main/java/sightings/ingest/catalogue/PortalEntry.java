package sightings.ingest.catalogue;

import sightings.dataset.Dataset;

/** What came of one entry of a portal's catalogue. A broken entry loses only itself. */
sealed interface PortalEntry {

    /**
     * It describes a dataset.
     *
     * @param dataset with the references that this entry gives, dated today
     */
    record Described(Dataset dataset) implements PortalEntry {}

    /**
     * It cannot be used.
     *
     * @param reason for staff, naming the entry as far as it can be named
     */
    record Broken(String reason) implements PortalEntry {}
}
