package sightings.ingest.commands;

import java.util.Optional;
import sightings.dataset.DatasetId;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.Datasets;

/**
 * A catalogue that was read from a file, as requests are looked up in it.
 *
 * @param catalogue its datasets
 */
record CatalogueDatasets(Catalogue catalogue) implements Datasets {

    @Override
    public boolean harvested() {
        return true;
    }

    @Override
    public Optional<DatasetId> withId(String id) {
        return withKey(id);
    }

    @Override
    public Optional<DatasetId> withSlug(String slug) {
        return withKey(slug);
    }

    @Override
    public Optional<DatasetId> withResource(String id) {
        return withKey(id);
    }

    @Override
    public Optional<DatasetId> withAddress(String address) {
        return catalogue.listing(address);
    }

    private Optional<DatasetId> withKey(String key) {
        return catalogue.portalsWith(key).stream()
                .flatMap(portal -> catalogue.at(portal, key).stream())
                .findFirst();
    }
}
