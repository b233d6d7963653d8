package sightings.showcase.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with sustained use, as pages show it.
 *
 * @param name as its source has it
 * @param url its page; null where there is none to link to
 * @param since when its first published use was found
 * @param uses how many published uses it has
 * @param datasets how many datasets are in them
 * @param stories some of these uses
 * @param titles some of these datasets
 */
record PowerUserCard(
        String name,
        @Nullable String url,
        @Nullable String since,
        int uses,
        int datasets,
        List<StoryCard> stories,
        List<DatasetCard> titles) {

    PowerUserCard {
        stories = List.copyOf(stories);
        titles = List.copyOf(titles);
    }
}
