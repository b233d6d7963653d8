package sightings.showcase.datasets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.showcase.index.Page;

/** What is asked of the city's datasets. */
public interface DatasetQueries {

    /** The dataset, if the catalogue has it. */
    Optional<DatasetDocument> byId(DatasetId id);

    /** Those of these that the catalogue has: for titles and addresses beside ids. */
    Map<DatasetId, DatasetDocument> byIds(Collection<DatasetId> ids);

    /** Datasets with these words, best match first; by title where there are none. Null category: all. */
    Page<DatasetDocument> search(@Nullable String text, @Nullable String category, int page, int size);

    /** The catalogue's categories, by name, with how many datasets each has. */
    List<Category> categories();

    /** How many there are. */
    long count();

    /**
     * A category of the portal.
     *
     * @param name the portal's word
     * @param datasets how many it has
     */
    record Category(String name, long datasets) {}
}
