package sightings.ingest.web;

import java.io.IOException;
import java.io.InputStream;

/**
 * Makes something of a body while it arrives, knowing what the server said of it.
 *
 * @param <T> what that is
 */
@FunctionalInterface
public interface AnswerReader<T> {

    /** Reads the stream, as far as it wants to; it ends with an exception at the request's size or time cap. */
    T read(Head head, InputStream body) throws IOException;
}
