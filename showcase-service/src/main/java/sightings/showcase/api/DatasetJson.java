package sightings.showcase.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.showcase.datasets.DatasetDocument;

/**
 * A dataset of the city.
 *
 * @param id the portal's own id
 * @param title as the portal shows it
 * @param page its page at the portal
 * @param licence licence or terms
 * @param updated when its data last changed
 * @param downloads where to get the data
 * @param use how a story uses it: "uses this data", "links to it" or "mentions it"; absent elsewhere
 */
record DatasetJson(
        String id,
        @Nullable String title,
        @Nullable String page,
        @Nullable String licence,
        @Nullable Instant updated,
        List<DownloadJson> downloads,
        @Nullable String use) {

    /** The dataset as the catalogue knows it; by its id alone where it does not. */
    static DatasetJson of(DatasetId id, Map<DatasetId, DatasetDocument> known, @Nullable String use) {
        var document = known.get(id);
        return document == null
                ? new DatasetJson(id.value(), null, null, null, null, List.of(), use)
                : new DatasetJson(
                        id.value(),
                        document.title(),
                        document.landingPage(),
                        document.licence(),
                        document.updatedAt(),
                        document.downloads().stream()
                                .map(download -> new DownloadJson(download.format(), download.url()))
                                .toList(),
                        use);
    }
}
