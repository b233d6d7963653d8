package sightings.ingest.watching;

import java.time.Instant;
import sightings.evidence.SourceId;

/**
 * What staff may ask of the sources while the service runs. Asking for what is so already does nothing; what names a
 * source that is not watched here is remembered for when it is.
 */
public interface SourceControl {

    /** Watches this source at this address too, where a feature can, and asks for a look; whether it is watched now. */
    boolean add(SourceId source, String address);

    /** Ends what {@link #add} began. A source of the settings stays. */
    void remove(SourceId source);

    /** Leaves the source alone, or no longer. */
    void pause(SourceId source, boolean paused);

    /**
     * Looks at the source now, whatever its own pace, unless it was looked at since, is paused, or waits for a limit of the
     * other side: staff cannot make it impolite. Each wish is answered once.
     *
     * @param asked when staff asked
     */
    void check(SourceId source, Instant asked);

    /** All that staff asked so far is known. No source is looked at before. */
    void known();
}
