package sightings.ingest.github;

import java.io.IOException;
import java.io.Serial;
import java.time.Instant;

/** GitHub asks us to wait; the message says for what limit. */
final class LimitException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Instant until;

    LimitException(String limit, Instant until) {
        super(limit);
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
