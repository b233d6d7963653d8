package sightings.showcase.uses;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.UseType;

/**
 * Which stories are asked for. Values of one kind widen, kinds narrow.
 *
 * @param text words to search for; null or blank for all
 * @param language in which the reader reads: its texts count most
 * @param types any of these
 * @param topics any of these of the source's own tags, in lower case
 * @param datasets any of these
 * @param areas any of these names of places
 */
public record StoryFilter(
        @Nullable String text,
        String language,
        List<UseType> types,
        List<String> topics,
        List<DatasetId> datasets,
        List<String> areas) {

    public StoryFilter {
        types = List.copyOf(types);
        topics = List.copyOf(topics);
        datasets = List.copyOf(datasets);
        areas = List.copyOf(areas);
    }

    /** All stories, for a reader of this language. */
    public static StoryFilter all(String language) {
        return new StoryFilter(null, language, List.of(), List.of(), List.of(), List.of());
    }

    /** All stories that use this dataset. */
    public static StoryFilter using(DatasetId dataset, String language) {
        return new StoryFilter(null, language, List.of(), List.of(), List.of(dataset), List.of());
    }
}
