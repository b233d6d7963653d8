package sightings.showcase.sources;

import org.jspecify.annotations.Nullable;
import sightings.event.SourceReported;
import sightings.evidence.SourceId;
import sightings.showcase.index.Index;

/**
 * How a source last reported itself.
 *
 * @param id the source
 * @param report its last report; null where the record was taken out
 */
public record SourceDocument(SourceId id, @Nullable SourceReported report) {

    /** Where it is kept. */
    public static final Index<SourceDocument> INDEX = new Index<>("sources", SourceDocument.class);
}
