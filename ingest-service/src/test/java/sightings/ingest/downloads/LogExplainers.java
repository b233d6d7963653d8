package sightings.ingest.downloads;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sightings.dataset.DatasetId;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.Datasets;

/** Explainers of logs over a catalogue that knows ids only, for tests of other features. */
public final class LogExplainers {

    private LogExplainers() {}

    /** One for a portal whose log is in no settings. */
    public static LogExplainer of(Catalogue catalogue, String portal, InstantSource clock) {
        return new LogExplainer(List.of(), RobotList.bundled(), new Ids(catalogue), Set.of(portal), clock);
    }

    private record Ids(Catalogue catalogue) implements Datasets {

        @Override
        public boolean harvested() {
            return true;
        }

        @Override
        public Optional<DatasetId> withId(String id) {
            return catalogue.dataset(new DatasetId(id)).map(dataset -> dataset.id());
        }

        @Override
        public Optional<DatasetId> withSlug(String slug) {
            return Optional.empty();
        }

        @Override
        public Optional<DatasetId> withResource(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<DatasetId> withAddress(String address) {
            return Optional.empty();
        }
    }
}
