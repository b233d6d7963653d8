package sightings.ingest.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Download;
import tools.jackson.databind.JsonNode;

/**
 * Reads entries with nothing but an {@code id} and a {@code title} or {@code name}, and what else they may have:
 * {@code slug}, {@code permalink}, {@code link}, {@code url}, {@code category}, {@code description}, {@code aliases} (former
 * ids), and {@code resources} or {@code resource}: ids, addresses, or objects with {@code id} and {@code url}. Lists of
 * views as old Socrata sites give them have this shape, too.
 */
final class PlainEntries implements EntryReader {

    private static final List<String> PAGES = List.of("permalink", "landingPage", "link", "url");

    private final PortalHosts hosts;
    private final LocalDate today;

    PlainEntries(PortalHosts hosts, LocalDate today) {
        this.hosts = hosts;
        this.today = today;
    }

    @Override
    public PortalEntry read(JsonNode entry) {
        var slug = Facts.text(entry, "slug");
        var named = Facts.text(entry, "id");
        var id = named == null ? slug : named;
        var titled = Facts.text(entry, "title");
        var title = titled == null ? Facts.text(entry, "name") : titled;
        if (id == null) {
            return new PortalEntry.Broken(title == null ? "an entry without an id" : "'" + title + "' has no id");
        }
        if (title == null) {
            return new PortalEntry.Broken(id + " has no title");
        }
        var ids = new LinkedHashSet<String>();
        var datasetId = DcatEntries.id(id);
        ids.add(datasetId.value());
        Facts.texts(entry, "aliases").stream().filter(DatasetId::isValid).forEach(ids::add);
        var addresses = new LinkedHashSet<String>();
        PAGES.forEach(page -> addAddress(addresses, Facts.address(entry, page)));
        addAddress(addresses, Facts.address(entry, "id"));
        var resources = new LinkedHashSet<String>();
        var downloads = new ArrayList<Download>();
        readResources(entry, resources, addresses, downloads);
        var slugs = new LinkedHashSet<>(Facts.texts(entry, "slug"));
        slugs.removeAll(ids);
        var arcGis = ArcGisKeys.of(addresses, hosts);
        resources.addAll(arcGis.items());
        addresses.addAll(arcGis.services());
        resources.removeAll(ids);
        slugs.addAll(arcGis.slugs());
        return new PortalEntry.Described(new Dataset(
                datasetId,
                hosts.main(),
                title,
                Facts.prose(entry, "description"),
                landingPage(entry, datasetId, slug),
                Facts.text(entry, "category"),
                keywords(entry),
                publisher(entry),
                Facts.text(entry, "license"),
                null,
                downloads,
                hosts.with(CkanFiles.hosts(addresses, datasetId.value()))
                        .references(ids, slugs, resources, addresses, today)));
    }

    private String landingPage(JsonNode entry, DatasetId id, @Nullable String slug) {
        for (String page : PAGES) {
            var address = Facts.address(entry, page);
            if (address != null) {
                return address;
            }
        }
        boolean socrata =
                AddressForms.fourByFour(id.value()).length() == id.value().length();
        return hosts.pageOf(socrata ? "/d/" + id : "/dataset/" + (slug == null ? id.value() : slug));
    }

    private static void readResources(
            JsonNode entry, Set<String> ids, Set<String> addresses, List<Download> downloads) {
        for (String field : List.of("resources", "resource")) {
            Facts.texts(entry, field).forEach(text -> {
                if (text.contains("://")) {
                    addresses.add(text);
                } else {
                    ids.add(text);
                }
            });
        }
        for (JsonNode resource : entry.path("resources")) {
            var id = Facts.text(resource, "id");
            if (id != null) {
                ids.add(id);
            }
            var address = Facts.address(resource, "url");
            var format = Facts.text(resource, "format");
            if (address != null) {
                addresses.add(address);
                if (downloads.size() < DcatEntries.MAX_DOWNLOADS) {
                    downloads.add(new Download(format == null ? "DATA" : format.toUpperCase(Locale.ROOT), address));
                }
            }
        }
    }

    private static List<String> keywords(JsonNode entry) {
        var keywords = Facts.texts(entry, "keywords");
        return keywords.isEmpty() ? Facts.texts(entry, "tags") : keywords;
    }

    private static @Nullable String publisher(JsonNode entry) {
        var publisher = Facts.text(entry, "publisher");
        return publisher == null ? Facts.text(entry, "attribution") : publisher;
    }

    private static void addAddress(Set<String> addresses, @Nullable String address) {
        if (address != null) {
            addresses.add(address);
        }
    }
}
