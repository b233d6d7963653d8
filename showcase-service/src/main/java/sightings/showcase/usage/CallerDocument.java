package sightings.showcase.usage;

import org.jspecify.annotations.Nullable;
import sightings.event.Caller;
import sightings.evidence.UseId;
import sightings.showcase.index.Index;

/**
 * Which use a caller in counts is, as one log tells it.
 *
 * @param id the record's key
 * @param caller the caller; null where the record was taken out
 * @param use the use; null as before
 */
public record CallerDocument(
        String id, @Nullable Caller caller, @Nullable UseId use) {

    /** Where it is kept. */
    public static final Index<CallerDocument> INDEX = new Index<>("callers", CallerDocument.class);
}
