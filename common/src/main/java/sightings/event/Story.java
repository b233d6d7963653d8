package sightings.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;

/**
 * What the public reads of a published use.
 *
 * @param title says the use made of the data, not the application's name; at most 120 characters each
 * @param summary at most 300 characters each
 * @param body Markdown, at most 20,000 characters each; may be empty
 * @param type what it is
 * @param area where it matters, if anywhere in particular
 * @param datasets datasets that staff name beside those that were sighted
 */
public record Story(
        Texts title,
        Texts summary,
        Texts body,
        UseType type,
        @Nullable Area area,
        List<DatasetId> datasets) {

    public Story {
        datasets = List.copyOf(datasets);
    }
}
