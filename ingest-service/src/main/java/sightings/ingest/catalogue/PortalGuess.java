package sightings.ingest.catalogue;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sightings.ingest.web.Addresses;
import tools.jackson.databind.JsonNode;

/**
 * Finds the host of the portal that a document comes from. What the document says of itself counts before what most of its
 * entries say. Pages, permalinks and domains say it; files only where their address has the dataset's id in it, because
 * files lie anywhere. Hosts that many portals share are never one.
 */
final class PortalGuess {

    private static final Set<String> OWN_FIELDS = Set.of("host", "domain", "portal");
    private static final List<String> PAGES = List.of("landingPage", "permalink", "link", "identifier");
    private static final Set<String> SHARED = Set.of(
            "arcgis.com",
            "www.arcgis.com",
            "hub.arcgis.com",
            "opendata.arcgis.com",
            "api.us.socrata.com",
            "api.eu.socrata.com",
            "data.opendatasoft.com",
            "public.opendatasoft.com",
            "doi.org",
            "github.com",
            "raw.githubusercontent.com",
            "docs.google.com",
            "drive.google.com",
            "www.dropbox.com",
            "s3.amazonaws.com");
    private static final int MAX_HOSTS = 10_000;

    /** A tenth of the entries: a few odd addresses are no portal. */
    private static final int LEAST_PART = 10;

    private final Map<String, Integer> said = new HashMap<>();
    private final Map<String, Integer> votes = new HashMap<>();
    private Optional<String> document = Optional.empty();
    private int entries;

    /** Counts what one piece says. */
    void take(DocumentPart part) {
        // No switch, for the reason that FileReading tells. What cannot be read says nothing.
        if (part instanceof DocumentPart.Entry entry) {
            entries++;
            hosts(entry.json()).forEach(host -> count(votes, host));
        } else if (part instanceof DocumentPart.Said(String field, String value)) {
            take(field, value);
        }
    }

    /** The portal's host, in lower case; empty where nothing says it. */
    Optional<String> host() {
        return most(said)
                .or(() -> most(votes).filter(host -> votes.getOrDefault(host, 0) * LEAST_PART >= entries))
                .or(() -> document);
    }

    /** The hosts that this entry says it is at. */
    static Set<String> hosts(JsonNode entry) {
        var hosts = new LinkedHashSet<String>();
        var domain = Facts.text(entry.path("metadata"), "domain");
        if (domain != null) {
            add(hosts, domain.toLowerCase(Locale.ROOT));
            return hosts;
        }
        OWN_FIELDS.forEach(field -> {
            var host = Facts.text(entry, field);
            if (host != null && host.indexOf('.') > 0 && host.indexOf('/') < 0) {
                add(hosts, host.toLowerCase(Locale.ROOT));
            }
        });
        PAGES.forEach(page -> {
            var address = Facts.iri(entry, page);
            if (address != null) {
                add(hosts, hostOf(address));
            }
        });
        if (hosts.isEmpty()) {
            files(entry).forEach(file -> addOwn(hosts, file, entry));
        }
        return hosts;
    }

    private void take(String field, String value) {
        var name = field.toLowerCase(Locale.ROOT);
        if (OWN_FIELDS.contains(name) && value.indexOf('.') > 0 && value.indexOf('/') < 0) {
            var host = new LinkedHashSet<String>();
            add(host, value.toLowerCase(Locale.ROOT));
            host.forEach(one -> count(said, one));
        } else if (name.equals("help") || name.equals("href")) {
            // CKAN's answers name their own help, Opendatasoft's link to themselves.
            var host = value.contains("/api/") ? hostOf(value) : "";
            if (!host.isEmpty()) {
                count(said, host);
            }
        } else if (name.equals("@id") && value.endsWith(".json")) {
            var host = hostOf(value);
            document = host.isEmpty() || SHARED.contains(host) ? Optional.empty() : Optional.of(host);
        }
    }

    /** Whether many portals answer at this host. */
    static boolean isShared(String host) {
        return SHARED.contains(host);
    }

    private static List<String> files(JsonNode entry) {
        var files = new ArrayList<String>();
        for (JsonNode distribution : Facts.list(entry, "distribution")) {
            for (String field : List.of("accessURL", "downloadURL")) {
                var address = Facts.iri(distribution, field);
                if (address != null) {
                    files.add(address);
                }
            }
        }
        for (JsonNode resource : Facts.list(entry, "resources")) {
            var address = resource.isString() ? resource.asString() : Facts.address(resource, "url");
            if (address != null) {
                files.add(address);
            }
        }
        for (JsonNode link : Facts.list(entry, "links")) {
            var address = Facts.address(link, "href");
            if (address != null) {
                files.add(address);
            }
        }
        return files;
    }

    private static void addOwn(Set<String> hosts, String file, JsonNode entry) {
        for (String field : List.of("id", "name", "slug", "identifier", "dataset_id", "datasetid")) {
            var key = Facts.text(entry, field);
            if (key != null && key.length() > 2 && ("/" + file + "/").contains("/" + key + "/")
                    || key != null && AddressForms.fourByFour(key).length() == key.length() && file.contains(key)) {
                add(hosts, hostOf(file));
            }
        }
    }

    private static void add(Set<String> hosts, String host) {
        if (!host.isEmpty() && !SHARED.contains(host)) {
            hosts.add(host);
        }
    }

    private static void count(Map<String, Integer> votes, String host) {
        if (votes.size() < MAX_HOSTS || votes.containsKey(host)) {
            votes.merge(host, 1, Integer::sum);
        }
    }

    private static Optional<String> most(Map<String, Integer> votes) {
        Map.Entry<String, Integer> most = null;
        for (var vote : votes.entrySet()) {
            if (most == null || isMore(vote, most)) {
                most = vote;
            }
        }
        return Optional.ofNullable(most).map(Map.Entry::getKey);
    }

    /** Of two with the same number the first in the alphabet, so that the same document says the same twice. */
    private static boolean isMore(Map.Entry<String, Integer> one, Map.Entry<String, Integer> other) {
        int more = one.getValue().compareTo(other.getValue());
        return more > 0 || more == 0 && one.getKey().compareTo(other.getKey()) < 0;
    }

    private static String hostOf(String address) {
        try {
            URI uri = Addresses.parse(address);
            return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
