package sightings.ingest.catalogue;

import tools.jackson.databind.JsonNode;

/** Makes a dataset of one entry of a catalogue. Pure; what cannot be used is an outcome, never an exception. */
@FunctionalInterface
interface EntryReader {

    /** The dataset that the entry describes, or why it describes none. */
    PortalEntry read(JsonNode entry);
}
