package sightings.ingest.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Download;
import tools.jackson.databind.JsonNode;

/**
 * Reads packages as CKAN's {@code package_search} and {@code current_package_list_with_resources} answer them
 * (https://docs.ckan.org/en/latest/api/). The id is the package's uuid; its name is the slug of its address.
 */
final class CkanEntries implements EntryReader {

    private static final int MAX_RESOURCES = 500;

    private final PortalHosts hosts;
    private final LocalDate today;

    CkanEntries(PortalHosts hosts, LocalDate today) {
        this.hosts = hosts;
        this.today = today;
    }

    @Override
    public PortalEntry read(JsonNode entry) {
        var name = Facts.text(entry, "name");
        var uuid = Facts.text(entry, "id");
        var key = uuid == null ? name : uuid;
        var given = Facts.text(entry, "title");
        var title = given == null ? name : given;
        if (key == null || !DatasetId.isValid(key)) {
            return new PortalEntry.Broken(
                    title == null ? "a package without an id and a name" : "'" + title + "' has no usable id");
        }
        if (title == null) {
            return new PortalEntry.Broken(key + " has no title");
        }
        var slugs = new LinkedHashSet<String>();
        if (name != null && !name.equals(key)) {
            slugs.add(name);
        }
        var landingPage = hosts.pageOf("/dataset/" + (name == null ? key : name));
        var addresses = new LinkedHashSet<String>(List.of(landingPage));
        var resources = new LinkedHashSet<String>();
        var downloads = new ArrayList<Download>();
        readResources(entry, resources, addresses, downloads);
        var arcGis = ArcGisKeys.of(addresses, hosts);
        resources.addAll(arcGis.items());
        addresses.addAll(arcGis.services());
        return new PortalEntry.Described(new Dataset(
                new DatasetId(key),
                hosts.main(),
                title,
                Facts.prose(entry, "notes"),
                landingPage,
                first(entry.path("groups"), "title"),
                names(entry.path("tags")),
                Facts.text(entry.path("organization"), "title"),
                license(entry),
                Facts.instant(entry, "metadata_modified"),
                downloads,
                hosts.with(CkanFiles.hosts(addresses, key))
                        .references(List.of(key), slugs, resources, addresses, today)));
    }

    private static void readResources(
            JsonNode entry, LinkedHashSet<String> ids, LinkedHashSet<String> addresses, List<Download> downloads) {
        int read = 0;
        for (JsonNode resource : entry.path("resources")) {
            if (read++ == MAX_RESOURCES) {
                break;
            }
            var id = Facts.text(resource, "id");
            if (id != null) {
                ids.add(id);
            }
            var address = Facts.address(resource, "url");
            if (address != null) {
                addresses.add(address);
                var format = Facts.text(resource, "format");
                if (downloads.size() < DcatEntries.MAX_DOWNLOADS) {
                    downloads.add(new Download(format == null ? "DATA" : format.toUpperCase(Locale.ROOT), address));
                }
            }
        }
    }

    private static @Nullable String license(JsonNode entry) {
        var title = Facts.text(entry, "license_title");
        return title == null ? Facts.text(entry, "license_id") : title;
    }

    private static @Nullable String first(JsonNode list, String field) {
        for (JsonNode item : list) {
            var text = Facts.text(item, field);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static List<String> names(JsonNode tags) {
        var names = new LinkedHashSet<String>();
        for (JsonNode tag : tags) {
            var shown = Facts.text(tag, "display_name");
            var name = shown == null ? Facts.text(tag, "name") : shown;
            if (name != null) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }
}
