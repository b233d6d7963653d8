package sightings.showcase.curation;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;

/**
 * Add a use that no watcher found.
 *
 * @param address its page, http or https
 * @param title what it is called
 * @param datasets what it uses; never empty
 * @param note how staff know, kept as the find's snippet
 */
public record AddUse(
        URI address,
        String title,
        List<DatasetId> datasets,
        @Nullable String note) {

    public AddUse {
        datasets = List.copyOf(datasets);
    }
}
