package sightings.ingest.web;

import java.io.Serial;
import java.net.UnknownHostException;

/** An address that we do not ask; the message says why. The type is what a resolver may throw. */
public final class RefusedException extends UnknownHostException {

    @Serial
    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
        super(reason);
    }
}
