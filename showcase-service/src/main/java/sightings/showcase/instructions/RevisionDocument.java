package sightings.showcase.instructions;

import sightings.event.FindsRevised;
import sightings.showcase.index.Index;

/**
 * What reading one partition again changed, as the index keeps it.
 *
 * @param id the record's key
 * @param revised what was said
 */
public record RevisionDocument(String id, FindsRevised revised) {

    /** Where it is kept. */
    public static final Index<RevisionDocument> INDEX = new Index<>("revisions", RevisionDocument.class);
}
