package sightings.ingest.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Download;
import tools.jackson.databind.JsonNode;

/**
 * Reads Opendatasoft's datasets as its APIs answer them: v2.1 and its exports ({@code dataset_id} with {@code metas} by
 * template), v2.0 (the same inside {@code dataset}), and 1.0 ({@code datasetid} with flat {@code metas}).
 * See https://help.opendatasoft.com/apis/ods-explore-v2/.
 */
final class OpendatasoftEntries implements EntryReader {

    private final PortalHosts hosts;
    private final LocalDate today;

    OpendatasoftEntries(PortalHosts hosts, LocalDate today) {
        this.hosts = hosts;
        this.today = today;
    }

    @Override
    public PortalEntry read(JsonNode given) {
        var entry = given.path("dataset").isObject() ? given.path("dataset") : given;
        var later = Facts.text(entry, "dataset_id");
        var id = later == null ? Facts.text(entry, "datasetid") : later;
        var metas = metas(entry);
        var title = Facts.text(metas, "title");
        if (id == null || !DatasetId.isValid(id)) {
            return new PortalEntry.Broken(
                    title == null ? "a dataset without an id" : "'" + title + "' has no usable id");
        }
        if (title == null) {
            return new PortalEntry.Broken(id + " has no title");
        }
        var landingPage = hosts.pageOf("/explore/dataset/" + id + "/");
        var addresses = new LinkedHashSet<String>(List.of(landingPage));
        var downloads = new ArrayList<Download>();
        if (hosts.isKnown()) {
            var exports = hosts.pageOf("/api/explore/v2.1/catalog/datasets/" + id + "/exports/");
            downloads.add(new Download("CSV", exports + "csv"));
            downloads.add(new Download("JSON", exports + "json"));
            if (Facts.texts(entry, "features").contains("geo")) {
                downloads.add(new Download("GEOJSON", exports + "geojson"));
            }
        }
        var unique = Facts.text(entry, "dataset_uid");
        return new PortalEntry.Described(new Dataset(
                new DatasetId(id),
                hosts.main(),
                title,
                Facts.prose(metas, "description"),
                landingPage,
                Facts.texts(metas, "theme").stream().findFirst().orElse(null),
                Facts.texts(metas, "keyword"),
                Facts.text(metas, "publisher"),
                Facts.text(metas, "license"),
                updatedAt(metas),
                downloads,
                hosts.references(List.of(id), Set.of(), unique == null ? Set.of() : Set.of(unique), addresses, today)));
    }

    /** Newer answers keep what people read in the template {@code default}; older ones, and exports, keep it flat. */
    private static JsonNode metas(JsonNode entry) {
        var metas = entry.path("metas");
        if (metas.path("default").isObject()) {
            return metas.path("default");
        }
        if (metas.isObject()) {
            return metas;
        }
        return entry.path("default").isObject() ? entry.path("default") : entry;
    }

    private static java.time.@Nullable Instant updatedAt(JsonNode metas) {
        var modified = Facts.instant(metas, "modified");
        return modified == null ? Facts.instant(metas, "data_processed") : modified;
    }
}
