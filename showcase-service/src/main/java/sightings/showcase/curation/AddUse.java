package sightings.showcase.curation;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.PersonId;

/**
 * Add a use that no watcher found.
 *
 * @param by who adds it
 * @param address its page, http or https
 * @param title what it is called
 * @param datasets what it uses; never empty
 * @param note how staff know, kept as the find's snippet
 */
public record AddUse(
        PersonId by,
        URI address,
        String title,
        List<DatasetId> datasets,
        @Nullable String note) {

    public AddUse {
        datasets = List.copyOf(datasets);
    }
}
