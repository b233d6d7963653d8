package sightings.showcase.pages;

import org.jspecify.annotations.Nullable;

/**
 * A dataset in short.
 *
 * @param id the portal's id
 * @param title as the portal shows it
 * @param category the portal's category
 * @param description the portal's own words, shortened
 * @param stories how many published uses it has
 * @param used how much it was used, in words; null where that is not asked
 */
record DatasetCard(
        String id,
        String title,
        @Nullable String category,
        @Nullable String description,
        long stories,
        @Nullable String used) {

    /** The dataset's page. */
    public String url() {
        return "/datasets/" + id;
    }
}
