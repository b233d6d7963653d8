package sightings.local;

import java.io.IOException;
import java.net.http.HttpClient;
import sightings.engines.Supervised;

/** A child process of the stack: how it is started, and how one sees that it is ready. */
interface Part {

    /** What messages call it. */
    String name();

    /** Starts it. */
    Supervised start() throws IOException;

    /** Whether it is ready for work. */
    boolean ready(HttpClient client) throws InterruptedException;
}
