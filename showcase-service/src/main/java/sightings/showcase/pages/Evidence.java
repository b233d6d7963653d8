package sightings.showcase.pages;

import org.jspecify.annotations.Nullable;

/**
 * How a story uses one dataset, in words for the public.
 *
 * @param dataset the dataset's id
 * @param title the dataset's title
 * @param words such as "uses this data"
 * @param where a place where anybody can see it; null where staff stated it
 */
record Evidence(
        String dataset,
        String title,
        String words,
        @Nullable String where) {

    /** The dataset's page. */
    public String url() {
        return "/datasets/" + dataset;
    }
}
