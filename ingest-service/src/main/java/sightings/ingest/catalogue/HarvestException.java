package sightings.ingest.catalogue;

import java.io.IOException;
import java.io.Serial;

/** A harvest that could not be finished; the message says why, for staff. */
final class HarvestException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    HarvestException(String reason) {
        super(reason);
    }
}
