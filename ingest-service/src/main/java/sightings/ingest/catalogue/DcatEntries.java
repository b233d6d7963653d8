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

/** Reads the datasets of a DCAT-US 1.1 {@code data.json}. */
final class DcatEntries {

    private static final int MAX_DOWNLOADS = 50;

    private final PortalHosts hosts;
    private final LocalDate today;

    DcatEntries(PortalHosts hosts, LocalDate today) {
        this.hosts = hosts;
        this.today = today;
    }

    PortalEntry read(JsonNode entry) {
        var title = Facts.text(entry, "title");
        var identifier = Facts.text(entry, "identifier");
        if (title == null) {
            return new PortalEntry.Broken(
                    identifier == null ? "a dataset without a title and an identifier" : identifier + " has no title");
        }
        if (identifier == null) {
            return new PortalEntry.Broken("'" + title + "' has no identifier");
        }
        var id = id(identifier);
        var landing = Facts.address(entry, "landingPage");
        var addresses = new LinkedHashSet<String>();
        var downloads = downloads(entry, addresses);
        if (landing != null) {
            addresses.add(landing);
        }
        if (isAddress(identifier)) {
            addresses.add(identifier);
        }
        var keys = keys(addresses, id);
        var references = hosts.references(
                identifier.equals(id.value()) || isAddress(identifier)
                        ? List.of(id.value())
                        : List.of(id.value(), identifier),
                keys.slugs(),
                keys.resources(),
                addresses,
                today);
        return new PortalEntry.Described(new Dataset(
                id,
                hosts.main(),
                title,
                Facts.prose(entry, "description"),
                landing == null ? firstOr(addresses, "https://" + hosts.main()) : landing,
                Facts.texts(entry, "theme").stream().findFirst().orElse(null),
                Facts.texts(entry, "keyword"),
                Facts.text(entry.path("publisher"), "name"),
                Facts.text(entry, "license"),
                Facts.instant(entry, "modified"),
                downloads,
                references));
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
        for (JsonNode distribution : entry.path("distribution")) {
            var file = Facts.address(distribution, "downloadURL");
            var page = Facts.address(distribution, "accessURL");
            var address = file == null ? page : file;
            if (address == null || downloads.size() >= MAX_DOWNLOADS) {
                continue;
            }
            downloads.add(new Download(format(distribution), address));
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
                if (named.key().equalsIgnoreCase(id.value())) {
                    continue;
                }
                switch (named.form()) {
                    case CKAN_DATASET -> slugs.add(named.key());
                    case CKAN_RESOURCE, CKAN_DOWNLOAD, CKAN_DUMP, CKAN_ACTION ->
                        (isUuid(named.key()) ? resources : slugs).add(named.key());
                    default -> resources.add(named.key());
                }
            }
        }
        return new Keys(slugs, resources);
    }

    private record Keys(Set<String> slugs, Set<String> resources) {}

    private static boolean isUuid(String text) {
        return text.length() == 36 && text.charAt(8) == '-' && text.charAt(23) == '-';
    }

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
