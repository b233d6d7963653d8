package sightings.showcase.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Download;

/**
 * A dataset, as its page shows it.
 *
 * @param id the portal's id
 * @param title as the portal shows it
 * @param description the portal's own words
 * @param landingPage its page at the portal
 * @param category the portal's category
 * @param publisher department that publishes it
 * @param licence licence or terms
 * @param licenceUrl where they are, if the licence is an address
 * @param updated when its data last changed
 * @param gone the day since which the portal has it no longer
 * @param downloads where to get the data
 * @param facts for machines
 */
record DatasetPage(
        String id,
        String title,
        @Nullable String description,
        @Nullable String landingPage,
        @Nullable String category,
        @Nullable String publisher,
        @Nullable String licence,
        @Nullable String licenceUrl,
        @Nullable String updated,
        @Nullable String gone,
        List<Download> downloads,
        String facts) {

    DatasetPage {
        downloads = List.copyOf(downloads);
    }
}
