package sightings.showcase.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stories, latest change first.
 *
 * @param city whose data they use
 * @param sample whether this is the sample city, whose stories are made up
 * @param items the stories of this page
 * @param next address of the next page; absent on the last one
 */
record StoryList(
        String city,
        boolean sample,
        List<StoryJson> items,
        @Nullable String next) {}
