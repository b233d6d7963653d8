package sightings.ingest.catalogue;

import java.util.function.Consumer;

/** Where a portal's catalogue comes from, in the portal's own words. */
@FunctionalInterface
interface PortalSource {

    /**
     * Hands on each piece as it comes.
     *
     * @return why it may not be all, or "" where nothing speaks against it
     * @throws HarvestException where the catalogue could not be read to its end
     */
    String read(Consumer<DocumentPart> parts) throws HarvestException, InterruptedException;
}
