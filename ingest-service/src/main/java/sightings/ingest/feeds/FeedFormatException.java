package sightings.ingest.feeds;

import java.io.IOException;
import java.io.Serial;

/** A document that is no feed we can read; the message says why, for staff. */
final class FeedFormatException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    FeedFormatException(String reason) {
        super(reason);
    }

    FeedFormatException(String reason, Exception cause) {
        super(reason, cause);
    }
}
