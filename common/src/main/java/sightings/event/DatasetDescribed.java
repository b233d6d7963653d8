package sightings.event;

import java.time.Instant;
import sightings.dataset.Dataset;

/**
 * The whole state of one dataset, with all references ever seen. The last one stands for the dataset.
 *
 * @param dataset the dataset
 * @param time when the harvest read it
 */
public record DatasetDescribed(Dataset dataset, Instant time) implements CatalogueEvent {

    @Override
    public String subject() {
        return dataset.id().value();
    }
}
