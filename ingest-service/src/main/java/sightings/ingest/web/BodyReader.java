package sightings.ingest.web;

import java.io.IOException;
import java.io.InputStream;

/**
 * Makes something of a body while it arrives.
 *
 * @param <T> what that is
 */
@FunctionalInterface
public interface BodyReader<T> {

    /** Reads the stream, which ends with an exception at the request's size or time cap. */
    T read(InputStream body) throws IOException;
}
