package sightings.ingest.watching;

import sightings.evidence.SourceId;

/** Opens the channel of a source: the port that the record's side implements. */
public interface Channels {

    /**
     * Shuts out the source's former owner and reads how far it came. Waits for the broker.
     *
     * @throws InterruptedException when the service stops
     */
    Channel open(SourceId source) throws InterruptedException;
}
