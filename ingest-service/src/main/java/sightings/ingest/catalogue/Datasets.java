package sightings.ingest.catalogue;

import java.util.Optional;
import sightings.dataset.DatasetId;

/**
 * The datasets of the catalogue by their references, in memory, for those who read addresses one by one. What it answers
 * is the state of topic {@code catalogue} as far as it was read. Where two datasets share a reference, the one with the
 * smaller id is answered, so that every instance answers the same.
 */
public interface Datasets {

    /**
     * Whether each portal of the settings has closed a harvest, and all of it is here. Before that, no answer says that a
     * dataset is not there.
     */
    boolean harvested();

    /** The dataset with this id, present or former, in whatever case. */
    Optional<DatasetId> withId(String id);

    /** The dataset with this name in addresses. */
    Optional<DatasetId> withSlug(String slug);

    /** The dataset one of whose files or layers has this id. */
    Optional<DatasetId> withResource(String id);

    /**
     * The dataset with this address. One that several datasets list names none of them.
     *
     * @param address host and path, without scheme, query and trailing slash, the host in lower case
     */
    Optional<DatasetId> withAddress(String address);
}
