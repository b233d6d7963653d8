package sightings.ingest.catalogue;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sightings.ingest.web.Addresses;

/**
 * What ArcGIS Hub, Online and Server call a dataset in its addresses. Items are unique in the world, so they count at
 * every host; names only at the portal's own.
 *
 * @param items {@code 32 hex} and {@code 32 hex_layer}, in lower case
 * @param slugs {@code org::name} and {@code name}
 * @param services addresses of services and of their layers, without a query
 */
record ArcGisKeys(Set<String> items, Set<String> slugs, Set<String> services) {

    private static final int ITEM = 32;
    private static final Set<String> SERVERS = Set.of("featureserver", "mapserver", "imageserver");
    private static final Set<String> COLLECTIONS = Set.of("datasets", "maps", "documents", "apps");

    /** One of them is in every address with keys; what is percent-encoded may be any. */
    private static final List<String> TELLING =
            List.of("arcgis.com", "/datasets/", "/maps/", "/documents/", "/apps/", "/items/", "/services/", "%");

    ArcGisKeys {
        items = Set.copyOf(items);
        slugs = Set.copyOf(slugs);
        services = Set.copyOf(services);
    }

    /** All keys in these addresses; an address of another platform has none. */
    static ArcGisKeys of(Collection<String> addresses, PortalHosts hosts) {
        var items = new LinkedHashSet<String>();
        var slugs = new LinkedHashSet<String>();
        var services = new LinkedHashSet<String>();
        for (String address : addresses) {
            read(address, hosts, items, slugs, services);
        }
        return new ArcGisKeys(items, slugs, services);
    }

    /** Whether the text is an item, with or without a layer and a format. */
    static boolean startsWithItem(String text) {
        return itemEnd(text) > 0;
    }

    private static void read(
            String address, PortalHosts hosts, Set<String> items, Set<String> slugs, Set<String> services) {
        if (!mayHaveKeys(address)) {
            return;
        }
        URI uri;
        try {
            uri = Addresses.parse(address);
        } catch (IllegalArgumentException e) {
            return;
        }
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        var path = uri.getPath() == null ? "" : uri.getPath();
        boolean arcGis = host.endsWith("arcgis.com");
        var segments = List.of(path.split("/", 50));
        for (int i = 1; i < segments.size(); i++) {
            var before = segments.get(i - 1).toLowerCase(Locale.ROOT);
            if (arcGis || COLLECTIONS.contains(before) || before.equals("items")) {
                addItem(items, segments.get(i));
            }
            if (COLLECTIONS.contains(before) && (arcGis || hosts.isOurs(host))) {
                addSlug(slugs, segments.get(i));
            }
            if (SERVERS.contains(segments.get(i).toLowerCase(Locale.ROOT)) && path.contains("/services/")) {
                addService(services, host, segments, i);
            }
        }
        if (arcGis && uri.getQuery() != null) {
            addQuery(items, uri.getQuery());
        }
    }

    /** Reading an address takes long, and most are of other platforms. */
    private static boolean mayHaveKeys(String address) {
        var lower = address.toLowerCase(Locale.ROOT);
        return TELLING.stream().anyMatch(lower::contains);
    }

    private static void addItem(Set<String> items, String segment) {
        int end = itemEnd(segment);
        if (end > 0) {
            var item = segment.substring(0, end).toLowerCase(Locale.ROOT);
            items.add(item.substring(0, ITEM));
            items.add(item);
        }
    }

    /** Where the item with its layer ends; 0 where the text does not begin with one. */
    private static int itemEnd(String text) {
        if (text.length() < ITEM) {
            return 0;
        }
        for (int i = 0; i < ITEM; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return 0;
            }
        }
        int end = ITEM;
        if (end < text.length() && text.charAt(end) == '_') {
            int digits = end + 1;
            while (digits < text.length()
                    && digits < end + 5
                    && text.charAt(digits) >= '0'
                    && text.charAt(digits) <= '9') {
                digits++;
            }
            return digits > end + 1 ? digits : end;
        }
        return end < text.length() && Character.isLetterOrDigit(text.charAt(end)) ? 0 : end;
    }

    private static void addSlug(Set<String> slugs, String segment) {
        var slug = segment.toLowerCase(Locale.ROOT);
        int colons = slug.indexOf("::");
        if (colons > 0 && colons + 2 < slug.length()) {
            slugs.add(slug);
            slugs.add(slug.substring(colons + 2));
        }
    }

    private static void addService(Set<String> services, String host, List<String> segments, int server) {
        var root = "https://" + host + String.join("/", segments.subList(0, server + 1));
        services.add(root);
        if (server + 1 < segments.size() && isNumber(segments.get(server + 1))) {
            services.add(root + "/" + segments.get(server + 1));
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static void addQuery(Set<String> items, String query) {
        var item = "";
        var layer = "";
        for (String part : query.split("&")) {
            if (part.startsWith("id=")) {
                item = part.substring(3);
            } else if (part.startsWith("sublayer=")) {
                layer = part.substring(9);
            }
        }
        addItem(items, isNumber(layer) ? item + "_" + layer : item);
    }
}
