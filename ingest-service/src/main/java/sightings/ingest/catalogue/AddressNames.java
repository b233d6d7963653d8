package sightings.ingest.catalogue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells what of an address says which thing is asked for, so that two addresses of one thing are the same: host and path,
 * and of the query the parameters that name something. In which form or language it is asked for does not matter.
 */
final class AddressNames {

    /** Parameters that name what is asked for; without them the path would stand for everything that is there. */
    private static final Set<String> NAMING = Set.of(
            "code",
            "dataset",
            "datasets",
            "doc",
            "document",
            "documentid",
            "file",
            "fileid",
            "id",
            "ids",
            "item",
            "itemid",
            "layers",
            "name",
            "p",
            "package_id",
            "page",
            "q",
            "query",
            "report",
            "resource",
            "resource_id",
            "service",
            "sql",
            "table",
            "tablename",
            "typename",
            "typenames",
            "uuid",
            "view");

    /** The same, where the path does not end in a file; behind that they are versions rather than names. */
    private static final Set<String> NAMING_NO_FILE = Set.of("r", "v");

    /** Interfaces that say in {@code service} only which of them is asked. */
    private static final Set<String> PROTOCOLS = Set.of("csw", "wcs", "wfs", "wms", "wmts");

    /** What such an interface is called where its path does not say whose it is. */
    private static final Set<String> GENERAL =
            Set.of("api", "cgi-bin", "geoserver", "mapserv", "ows", "service", "services", "wcs", "wfs", "wms", "wmts");

    private AddressNames() {}

    /**
     * The parameters that name something, sorted, as in {@code id=7&table=trees}; "" where host and path do.
     *
     * @param address with or without scheme and fragment
     */
    static String naming(String address) {
        int question = address.indexOf('?');
        if (question < 0) {
            return "";
        }
        int end = address.indexOf('#', question);
        var naming = new TreeSet<String>();
        boolean protocol = false;
        for (String parameter : address.substring(question + 1, end < 0 ? address.length() : end)
                .split("&", 100)) {
            int equals = parameter.indexOf('=');
            var name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
            var value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
            if (name.equals("service") && PROTOCOLS.contains(value.toLowerCase(Locale.ROOT))) {
                protocol = true;
            } else if (NAMING.contains(name) || NAMING_NO_FILE.contains(name) && !isFile(address, question)) {
                naming.add((name.equals("typenames") ? "typename" : name) + "=" + value);
            }
        }
        if (naming.isEmpty() && protocol && isGeneral(address.substring(0, question))) {
            return "service";
        }
        return String.join("&", naming);
    }

    private static boolean isFile(String address, int end) {
        return address.lastIndexOf('.', end) > address.lastIndexOf('/', end);
    }

    private static boolean isGeneral(String path) {
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        var last = path.substring(path.lastIndexOf('/', end - 1) + 1, end).toLowerCase(Locale.ROOT);
        return GENERAL.contains(last);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
