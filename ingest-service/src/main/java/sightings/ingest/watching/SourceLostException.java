package sightings.ingest.watching;

import sightings.evidence.SourceId;

/** Another owner has taken the source over, and this one must stop reading it at once. */
public final class SourceLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The source now belongs to somebody else. */
    public SourceLostException(SourceId source, Throwable cause) {
        super("Source " + source + " was taken over by another owner", cause);
    }
}
