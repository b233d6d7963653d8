package sightings.ingest.catalogue;

import java.net.URI;
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
import sightings.evidence.Hashes;
import sightings.ingest.web.Addresses;
import tools.jackson.databind.JsonNode;

/**
 * Reads the datasets of a DCAT-US 1.1 or 3.0 {@code data.json} (https://resources.data.gov/resources/dcat-us/,
 * https://doi-do.github.io/dcat-us/). In 3.0 identifiers, pages and licences may be objects; their {@code @id} counts.
 * ArcGIS Hub's feed is read for its items, names and services, too.
 */
final class DcatEntries implements EntryReader {

    static final int MAX_DOWNLOADS = 50;

    private static final int MAX_DISTRIBUTIONS = 500;

    private final PortalHosts hosts;
    private final LocalDate today;

    DcatEntries(PortalHosts hosts, LocalDate today) {
        this.hosts = hosts;
        this.today = today;
    }

    @Override
    public PortalEntry read(JsonNode entry) {
        var title = Facts.text(entry, "title");
        var identifier = identifier(entry);
        if (title == null) {
            return new PortalEntry.Broken(
                    identifier == null ? "a dataset without a title and an identifier" : identifier + " has no title");
        }
        if (identifier == null) {
            return new PortalEntry.Broken("'" + title + "' has no identifier");
        }
        var id = id(identifier);
        var landing = Facts.iri(entry, "landingPage");
        var addresses = new LinkedHashSet<String>();
        var downloads = downloads(entry, addresses);
        if (landing != null) {
            addresses.add(landing);
        }
        if (isAddress(identifier)) {
            addresses.add(identifier);
        }
        var service = Facts.address(entry, "webService");
        if (service != null) {
            addresses.add(service);
        }
        var keys = keys(addresses, id);
        var arcGis = ArcGisKeys.of(addresses, hosts);
        keys.resources().addAll(arcGis.items());
        keys.resources().remove(id.value());
        keys.slugs().addAll(arcGis.slugs());
        keys.slugs().remove(id.value());
        addresses.addAll(arcGis.services());
        var references = hosts.with(CkanFiles.hosts(addresses, id.value()))
                .references(ids(entry, identifier, id), keys.slugs(), keys.resources(), addresses, today);
        return new PortalEntry.Described(new Dataset(
                id,
                hosts.main(),
                title,
                Facts.prose(entry, "description"),
                landing == null ? firstOr(addresses, "https://" + hosts.main()) : landing,
                theme(entry),
                keywords(entry),
                Facts.text(entry.path("publisher"), "name"),
                license(entry),
                Facts.instant(entry, "modified"),
                downloads,
                references));
    }

    private static @Nullable String identifier(JsonNode entry) {
        var identifier = entry.path("identifier");
        if (!identifier.isObject()) {
            var given = Facts.text(entry, "identifier");
            return given == null ? Facts.text(entry, "id") : given;
        }
        var iri = Facts.text(identifier, "@id");
        return iri == null ? Facts.text(identifier, "notation") : iri;
    }

    /** Its id, the identifier it was made of, and what else it is or was known by. */
    private static Set<String> ids(JsonNode entry, String identifier, DatasetId id) {
        var ids = new LinkedHashSet<String>(List.of(id.value()));
        if (!isAddress(identifier)) {
            ids.add(identifier);
        }
        for (JsonNode other : Facts.list(entry, "otherIdentifier")) {
            var notation = Facts.text(other, "notation");
            if (notation != null) {
                ids.add(notation);
            }
        }
        return ids;
    }

    private static List<String> keywords(JsonNode entry) {
        var keywords = Facts.texts(entry, "keyword");
        return keywords.isEmpty() ? Facts.texts(entry, "keywords") : keywords;
    }

    private static @Nullable String theme(JsonNode entry) {
        for (JsonNode theme : Facts.list(entry, "theme")) {
            var label = theme.isObject() ? Facts.text(theme, "prefLabel") : null;
            if (label != null) {
                return label;
            }
        }
        return Facts.texts(entry, "theme").stream().findFirst().orElse(null);
    }

    private static @Nullable String license(JsonNode entry) {
        var license = Facts.text(entry, "license");
        return license == null ? Facts.iri(entry, "license") : license;
    }

    /** The portal's own id as far as the identifier shows it; identifiers are free text, often addresses. */
    static DatasetId id(String identifier) {
        if (isAddress(identifier)) {
            var key = lastKey(identifier);
            if (key != null) {
                return new DatasetId(key);
            }
        } else if (DatasetId.isValid(identifier)) {
            return new DatasetId(identifier);
        }
        return new DatasetId(Hashes.id("dataset", identifier));
    }

    private static @Nullable String lastKey(String address) {
        var uri = parsed(address);
        if (uri == null || uri.getPath() == null) {
            return null;
        }
        if (uri.getQuery() != null) {
            // ArcGIS writes ?id=<item>&sublayer=<n>: the parts together are the id.
            var item = parameter(uri.getQuery(), "id");
            var layer = parameter(uri.getQuery(), "sublayer");
            var key = layer.isEmpty() ? item : item + "_" + layer;
            if (DatasetId.isValid(key)) {
                return key;
            }
        }
        var segments = uri.getPath().split("/");
        var last = segments.length == 0 ? "" : segments[segments.length - 1];
        return last.length() > 2 && DatasetId.isValid(last) ? last : null;
    }

    private static String parameter(String query, String name) {
        for (String part : query.split("&")) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return "";
    }

    private static List<Download> downloads(JsonNode entry, Set<String> addresses) {
        var downloads = new ArrayList<Download>();
        int read = 0;
        for (JsonNode distribution : Facts.list(entry, "distribution")) {
            if (read++ == MAX_DISTRIBUTIONS) {
                break;
            }
            var file = Facts.iri(distribution, "downloadURL");
            var page = Facts.iri(distribution, "accessURL");
            var address = file == null ? page : file;
            if (address == null) {
                continue;
            }
            if (downloads.size() < MAX_DOWNLOADS) {
                downloads.add(new Download(format(distribution), address));
            }
            addresses.add(address);
            if (page != null) {
                addresses.add(page);
            }
        }
        return downloads;
    }

    private static String format(JsonNode distribution) {
        var format = Facts.text(distribution, "format");
        if (format == null) {
            var type = Facts.text(distribution, "mediaType");
            format = type == null ? "DATA" : type.substring(type.lastIndexOf('/') + 1);
        }
        return format.toUpperCase(Locale.ROOT);
    }

    private Keys keys(Set<String> addresses, DatasetId id) {
        var slugs = new LinkedHashSet<String>();
        var resources = new LinkedHashSet<String>();
        for (String address : addresses) {
            var uri = parsed(address);
            if (uri == null
                    || uri.getHost() == null
                    || !hosts.isOurs(uri.getHost().toLowerCase(Locale.ROOT))) {
                continue;
            }
            for (NamedKey named : AddressForms.read(orEmpty(uri.getRawPath()), orEmpty(uri.getRawQuery()))) {
                // Items have forms of their own, which ArcGisKeys reads.
                if (named.key().equalsIgnoreCase(id.value()) || ArcGisKeys.startsWithItem(named.key())) {
                    continue;
                }
                switch (named.form()) {
                    case CKAN_DATASET -> slugs.add(named.key());
                    case CKAN_RESOURCE, CKAN_DOWNLOAD, CKAN_DUMP, CKAN_ACTION ->
                        (AddressForms.isUuid(named.key()) ? resources : slugs).add(named.key());
                    case ARCGIS_PAGE, ARCGIS_ITEM, ARCGIS_FILE, ARCGIS_DOWNLOAD, ARCGIS_API ->
                        (ArcGisKeys.startsWithItem(named.key()) ? resources : slugs).add(named.key());
                    case ODS_PAGE, ODS_DOWNLOAD, ODS_API, ODS_EXPORT, ODS_RECORDS -> slugs.add(named.key());
                    case UDATA_PAGE, UDATA_PERMALINK, UDATA_API, UDATA_STATIC ->
                        (AddressForms.isUuid(named.key()) ? resources : slugs).add(named.key());
                    default -> resources.add(named.key());
                }
            }
        }
        return new Keys(slugs, resources);
    }

    private record Keys(Set<String> slugs, Set<String> resources) {}

    private static boolean isAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }

    private static @Nullable URI parsed(String address) {
        try {
            return Addresses.parse(address);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String firstOr(Set<String> addresses, String other) {
        return addresses.stream().findFirst().orElse(other);
    }
}
