package sightings.ingest.catalogue;

import java.util.function.Consumer;

/** Reads a portal's whole catalogue once. */
@FunctionalInterface
interface Harvest {

    /**
     * Hands on each entry as it comes.
     *
     * @return what staff should know although all went well, or "" for nothing
     * @throws HarvestException where the catalogue could not be read to its end
     */
    String read(Consumer<PortalEntry> entries) throws HarvestException, InterruptedException;
}
