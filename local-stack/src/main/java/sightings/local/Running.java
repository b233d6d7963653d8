package sightings.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import sightings.engines.Supervised;

/** A part that runs, and is started again when it ends although nobody asked. */
final class Running {

    private static final int MOST_ENDS = 5;
    private static final Duration OF_LATE = Duration.ofMinutes(10);

    private final Part part;
    private final InstantSource clock;
    private final Deque<Instant> ends = new ArrayDeque<>();
    private Supervised process;
    private boolean ready;

    Running(Part part, InstantSource clock) throws IOException {
        this.part = part;
        this.clock = clock;
        this.process = part.start();
    }

    String name() {
        return part.name();
    }

    Supervised process() {
        return process;
    }

    /** Whether it has ever been ready. */
    boolean ready(HttpClient client) throws InterruptedException {
        ready = ready || part.ready(client);
        return ready;
    }

    /** Starts it again, unless it keeps ending. */
    void restart() throws IOException {
        Instant now = clock.instant();
        ends.addLast(now);
        while (ends.getFirst().isBefore(now.minus(OF_LATE))) {
            ends.removeFirst();
        }
        if (ends.size() >= MOST_ENDS) {
            throw new Refused(name() + " keeps ending. " + StartFailure.explain(process));
        }
        process = part.start();
    }
}
