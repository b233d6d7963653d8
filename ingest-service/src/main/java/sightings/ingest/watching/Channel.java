package sightings.ingest.watching;

import java.util.Optional;
import sightings.event.SourceReported;

/**
 * The one way of a source's events to the record, for as long as this owner has it. Opening it shuts the former owner
 * out. Used by one thread.
 */
public interface Channel extends Outlet, Checkpoints, AutoCloseable {

    /** The source's report that stood when the channel was opened. */
    Optional<SourceReported> lastReport();

    /** How many records about this source could not be read when the channel was opened. */
    int unreadable();

    /** Drops what was sent and not committed. */
    void drop();

    /** Whether it failed, so that it must be opened anew. */
    boolean broken();

    /** Sends the report by itself. */
    void report(SourceReported report);

    @Override
    void close();
}
