package sightings.showcase.uses;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.evidence.UseId;

/**
 * An organisation with sustained use: at least two published uses, or three datasets in them. Never a person.
 *
 * @param name as its source has it
 * @param url its page
 * @param uses its published uses, newest first
 * @param datasets datasets in them, by id
 * @param since when the first of them was sighted
 */
public record PowerUser(String name, @Nullable String url, List<UseId> uses, List<DatasetId> datasets, Instant since) {

    public PowerUser {
        uses = List.copyOf(uses);
        datasets = List.copyOf(datasets);
    }
}
