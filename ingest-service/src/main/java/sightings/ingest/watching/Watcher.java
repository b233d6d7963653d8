package sightings.ingest.watching;

import java.io.IOException;
import sightings.event.SourceReported;
import sightings.evidence.SourceId;

/**
 * Watches one source. It turns what it sees into neutral events and recognises nothing. It is called by one thread at a
 * time, and only on the instance that owns the source.
 */
public interface Watcher {

    /** The source; it never changes, since checkpoints are kept under it. */
    SourceId source();

    /** What is watched. */
    SourceReported.Kind kind();

    /** How staff know the source. */
    String title();

    /**
     * Whether the source can only be read by the instance whose settings name it, such as a folder on its disk. Other
     * sources are shared out among the instances.
     */
    default boolean local() {
        return false;
    }

    /**
     * Looks once at the source, as far as there is something new. Bad input is counted in the report; an exception says
     * that the round could not be finished and is to be tried again later. What was sent and not committed is dropped.
     *
     * @param checkpoints how far the source had been read when this owner took it over, and what it committed since
     * @param outlet takes what was seen
     * @throws InterruptedException when the service stops: promptly, without committing half a step
     */
    RoundReport look(Checkpoints checkpoints, Outlet outlet) throws IOException, InterruptedException;

    /**
     * Looks because staff asked for it. A watcher with a pace of its own does not wait for it then; what the other side
     * asks for (Retry-After, freshness, limits) it keeps all the same.
     *
     * @see #look
     */
    default RoundReport lookAsked(Checkpoints checkpoints, Outlet outlet) throws IOException, InterruptedException {
        return look(checkpoints, outlet);
    }
}
