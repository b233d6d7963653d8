package sightings.ingest.catalogue;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Download;
import tools.jackson.databind.JsonNode;

/** Reads results of Socrata's Discovery API. */
final class SocrataEntries implements EntryReader {

    /** What has rows, and so can be fetched as a file. */
    private static final Set<String> TABULAR = Set.of("dataset", "filter", "map", "chart");

    private final PortalHosts hosts;
    private final LocalDate today;

    SocrataEntries(PortalHosts hosts, LocalDate today) {
        this.hosts = hosts;
        this.today = today;
    }

    @Override
    public PortalEntry read(JsonNode result) {
        var resource = result.path("resource");
        var id = Facts.text(resource, "id");
        var title = Facts.text(resource, "name");
        if (id == null || AddressForms.fourByFour(id).length() != id.length()) {
            return new PortalEntry.Broken(
                    title == null ? "a result without an id" : "'" + title + "' has no usable id");
        }
        if (title == null) {
            return new PortalEntry.Broken(id + " has no name");
        }
        var permalink = Facts.address(result, "permalink");
        var link = Facts.address(result, "link");
        var landingPage = permalink == null ? "https://" + hosts.main() + "/d/" + id : permalink;
        var classification = result.path("classification");
        var addresses = new ArrayList<String>(List.of(landingPage));
        if (link != null) {
            addresses.add(link);
        }
        var references = hosts.references(ids(resource, id), slugs(link, id), Set.of(), addresses, today);
        return new PortalEntry.Described(new Dataset(
                new DatasetId(id),
                hosts.main(),
                title,
                Facts.prose(resource, "description"),
                landingPage,
                Facts.text(classification, "domain_category"),
                keywords(classification),
                publisher(resource, classification),
                Facts.text(result.path("metadata"), "license"),
                updatedAt(resource),
                downloads(id, Facts.text(resource, "type")),
                references));
    }

    /** Its id, and what it was called before and after Socrata moved its rows to the new backend. */
    private static Set<String> ids(JsonNode resource, String id) {
        var ids = new HashSet<String>(Set.of(id));
        for (String field : List.of("nbe_fxf", "obe_fxf")) {
            var other = Facts.text(resource, field);
            if (other != null && AddressForms.fourByFour(other).length() == other.length()) {
                ids.add(other);
            }
        }
        return ids;
    }

    private static java.time.@Nullable Instant updatedAt(JsonNode resource) {
        var data = Facts.instant(resource, "data_updated_at");
        return data == null ? Facts.instant(resource, "updatedAt") : data;
    }

    private static List<String> keywords(JsonNode classification) {
        var keywords = Facts.texts(classification, "domain_tags");
        return keywords.isEmpty() ? Facts.texts(classification, "tags") : keywords;
    }

    private static @Nullable String publisher(JsonNode resource, JsonNode classification) {
        for (JsonNode fact : classification.path("domain_metadata")) {
            var key = Facts.text(fact, "key");
            if (key != null && key.endsWith("Data-Owner")) {
                return Facts.text(fact, "value");
            }
        }
        return Facts.text(resource, "attribution");
    }

    /** The title as it stands in the page's address. */
    private static Set<String> slugs(@Nullable String link, String id) {
        var slugs = new HashSet<String>();
        if (link != null) {
            try {
                var path = URI.create(link).getPath();
                var segments = path == null ? new String[0] : path.split("/");
                if (segments.length >= 2 && segments[segments.length - 1].equalsIgnoreCase(id)) {
                    var slug = segments[segments.length - 2];
                    if (slug.length() > 2) {
                        slugs.add(slug);
                    }
                }
            } catch (IllegalArgumentException e) {
                // A link that is no address has no title in it; the dataset is none the worse.
            }
        }
        return slugs;
    }

    private List<Download> downloads(String id, @Nullable String type) {
        if (type == null || !TABULAR.contains(type)) {
            return List.of();
        }
        var base = "https://" + hosts.main();
        return List.of(
                new Download("CSV", base + "/api/views/" + id + "/rows.csv?accessType=DOWNLOAD"),
                new Download("JSON", base + "/resource/" + id + ".json"));
    }
}
