package sightings.showcase.uses;

import java.util.List;
import sightings.dataset.DatasetId;
import sightings.event.UseType;

/**
 * What the stories can be narrowed to. Each facet is counted with every filter but its own, most first.
 *
 * @param types what they are
 * @param topics the sources' own tags
 * @param datasets the datasets they use
 * @param areas the places they are about
 */
public record StoryFacets(
        List<Facet<UseType>> types,
        List<Facet<String>> topics,
        List<Facet<DatasetId>> datasets,
        List<Facet<String>> areas) {

    /**
     * One choice.
     *
     * @param value what can be chosen
     * @param count how many stories have it
     * @param <T> what is chosen
     */
    public record Facet<T>(T value, long count) {}
}
