package sightings.ingest.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.event.CatalogueHarvested;
import sightings.event.DatasetDescribed;
import sightings.event.Event;

/** The catalogue in memory, folded from topic {@code catalogue} as it is read. */
public final class CatalogueView implements Datasets {

    private final List<String> portals;
    private final Map<DatasetId, Dataset> datasets = new TreeMap<>();
    private final Set<String> harvestedPortals = new HashSet<>();
    private @Nullable Catalogue snapshot = Catalogue.EMPTY;
    private boolean readBack;

    /** A view that waits for these portals, named by their main host. */
    public CatalogueView(List<String> portals) {
        this.portals = List.copyOf(portals);
    }

    /** Takes in what topic {@code catalogue} says next. */
    public synchronized void apply(Event event) {
        switch (event) {
            case DatasetDescribed described -> {
                var before = datasets.put(described.dataset().id(), described.dataset());
                if (!described.dataset().equals(before)) {
                    snapshot = null;
                }
            }
            case CatalogueHarvested harvest -> harvestedPortals.add(harvest.portal());
            default -> {
                // Nothing else is written to this topic.
            }
        }
    }

    /** All that was in the topic when the service started has been applied. */
    public synchronized void readBack() {
        readBack = true;
    }

    /** Whether all that was in the topic when the service started has been applied. */
    synchronized boolean isReadBack() {
        return readBack;
    }

    /** The catalogue as it is now; it never changes in the hand. */
    public synchronized Catalogue current() {
        var now = snapshot;
        if (now == null) {
            now = Catalogue.of(datasets.values());
            snapshot = now;
        }
        return now;
    }

    @Override
    public synchronized boolean harvested() {
        return readBack && harvestedPortals.containsAll(portals);
    }

    @Override
    public Optional<DatasetId> withId(String id) {
        return current().with(Reference.Kind.ID, id);
    }

    @Override
    public Optional<DatasetId> withSlug(String slug) {
        return current().with(Reference.Kind.SLUG, slug);
    }

    @Override
    public Optional<DatasetId> withResource(String id) {
        return current().with(Reference.Kind.RESOURCE, id);
    }

    @Override
    public Optional<DatasetId> withAddress(String address) {
        return current().listing(address);
    }
}
