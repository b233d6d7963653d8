package sightings.ingest.github;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;

/** GitHub asks us to wait; the message says for what limit. */
final class LimitException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Duration wait;

    LimitException(String limit, Duration wait) {
        super(limit);
        this.wait = wait;
    }

    /** For how long. */
    Duration pause() {
        return wait;
    }
}
