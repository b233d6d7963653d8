package sightings.ingest.github;

import java.io.IOException;
import java.io.Serial;

/** GitHub answered with a status that no request of ours should get: the round cannot go on. */
final class StatusException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;

    StatusException(int status) {
        super("GitHub answered with status " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
