package sightings.showcase.api;

import org.jspecify.annotations.Nullable;

/**
 * A dataset in a list of usage.
 *
 * @param dataset its id
 * @param title as the portal shows it; absent where the catalogue does not have it
 * @param page its page on this site
 * @param usage where its usage week by week is
 * @param count accesses by all but robots
 * @param before in a list of rising ones, accesses in the four weeks before; else absent
 */
record UsedDatasetJson(
        String dataset,
        @Nullable String title,
        String page,
        String usage,
        CountJson count,
        @Nullable Long before) {}
