package sightings.ingest.catalogue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the keys of datasets out of addresses, by shape alone. */
public final class AddressForms {

    private static final int MAX_LENGTH = 4_000;
    private static final Set<String> ACTION_KEYS = Set.of("id", "resource_id", "package_id", "name_or_id");
    /** What CKAN shows about a dataset, before its name: {@code /dataset/activity/name}. */
    private static final Set<String> PAGES_ABOUT =
            Set.of("activity", "changes", "edit", "followers", "groups", "history", "resources", "showcases");

    private static final Set<String> FORMATS =
            Set.of("csv", "geojson", "gpkg", "json", "jsonld", "kml", "n3", "rdf", "shp", "ttl", "xlsx", "xml", "zip");

    private AddressForms() {}

    /**
     * The keys that an address of a portal may name, the most telling first; empty where its shape says nothing.
     *
     * @param path with or without percent-encoding, with or without a leading slash
     * @param query without the question mark; "" where there is none. A fragment may stand in either.
     */
    public static List<NamedKey> read(String path, String query) {
        if (path.length() + query.length() > MAX_LENGTH) {
            return read(
                    path.substring(0, Math.min(path.length(), MAX_LENGTH / 2)),
                    query.substring(0, Math.min(query.length(), MAX_LENGTH / 2)));
        }
        var keys = new LinkedHashSet<NamedKey>();
        var segments = segments(path);
        for (int i = 0; i < segments.size(); i++) {
            readAt(segments, i, query, keys);
        }
        if (keys.isEmpty()) {
            boolean api = !segments.isEmpty() && segments.getFirst().equals("api");
            for (String segment : segments) {
                var id = fourByFour(segment);
                if (!id.isEmpty()) {
                    keys.add(new NamedKey(api ? AddressForm.SOCRATA_VIEWS : AddressForm.SOCRATA_PAGE, id));
                }
            }
        }
        return List.copyOf(keys);
    }

    /**
     * The id of the form {@code abcd-1234} that the text begins with, in lower case; "" where it does not. What follows
     * it may be anything but a letter, digit, hyphen or underscore.
     */
    public static String fourByFour(String text) {
        if (text.length() < 9 || text.charAt(4) != '-') {
            return "";
        }
        for (int i = 0; i < 9; i++) {
            if (i != 4 && !isAlphanumeric(text.charAt(i))) {
                return "";
            }
        }
        if (text.length() > 9 && isWord(text.charAt(9))) {
            return "";
        }
        return text.substring(0, 9).toLowerCase(Locale.ROOT);
    }

    private static void readAt(List<String> segments, int i, String query, Set<NamedKey> keys) {
        var next = i + 1 < segments.size() ? segments.get(i + 1) : "";
        var id = fourByFour(next);
        switch (segments.get(i).toLowerCase(Locale.ROOT)) {
            case "d" -> add(keys, AddressForm.SOCRATA_PERMALINK, id);
            case "w" -> add(keys, AddressForm.SOCRATA_EMBED, id);
            case "s" -> readStory(segments, i, keys);
            case "geospatial" -> add(keys, AddressForm.SOCRATA_GEOSPATIAL, id);
            case "download" -> readDownload(segments, i, id, keys);
            case "odata.svc" -> add(keys, AddressForm.SOCRATA_ODATA, id);
            case "odata" -> readOdata(segments, i, next, keys);
            case "package" ->
                add(keys, isRest(segments, i) ? AddressForm.CKAN_ACTION : AddressForm.CKAN_DATASET, key(next));
            case "wfs" -> OpendatasoftForms.readTypes(query).forEach(named -> add(keys, named));
            case "id" -> add(keys, AddressForm.SOCRATA_VIEWS, i > 0 ? id : "");
            case "views" -> add(keys, viewsForm(segments, i), id);
            case "catalog" -> readIds(query, keys);
            case "resource" -> readResource(segments, i, id, keys);
            case "dataset" -> readDataset(segments, i, query, keys);
            case "datasets" -> readDatasets(segments, i, query, keys);
            case "resources" -> UdataForms.readStatic(segments, i).forEach(named -> add(keys, named));
            case "records" -> OpendatasoftForms.readRecords(segments, i, query).forEach(named -> add(keys, named));
            case "home", "apps", "items", "maps", "documents" ->
                ArcGisForms.read(segments, i, query).forEach(named -> add(keys, named));
            case "dump" ->
                add(keys, AddressForm.CKAN_DUMP, i > 0 && segments.get(i - 1).equals("datastore") ? key(next) : "");
            case "action" -> readAction(query, keys);
            default -> {
                // Any other segment is a mount, a locale, a category or a title.
            }
        }
    }

    private static void readStory(List<String> segments, int i, Set<NamedKey> keys) {
        if (i > 0 && segments.get(i - 1).equals("stories")) {
            segments.stream()
                    .skip(i + 1L)
                    .limit(2)
                    .forEach(segment -> add(keys, AddressForm.SOCRATA_STORY, fourByFour(segment)));
        }
    }

    /** {@code /download/abcd-1234/...} of Socrata, {@code /download/name/uuid/file.csv} of the London Datastore. */
    private static void readDownload(List<String> segments, int i, String id, Set<NamedKey> keys) {
        add(keys, AddressForm.SOCRATA_DOWNLOAD, id);
        if (i == 0 && segments.size() == 4 && isUuid(segments.get(2))) {
            add(keys, AddressForm.CKAN_DOWNLOAD, key(segments.get(2)));
            add(keys, AddressForm.CKAN_DOWNLOAD, key(segments.get(1)));
        }
    }

    /** {@code /api/odata/v4/abcd-1234} of Socrata, {@code /api/odata/name} of Opendatasoft. */
    private static void readOdata(List<String> segments, int i, String next, Set<NamedKey> keys) {
        add(keys, AddressForm.SOCRATA_ODATA, fourByFour(i + 2 < segments.size() ? segments.get(i + 2) : next));
        if (i > 0
                && segments.get(i - 1).equals("api")
                && i + 2 >= segments.size()
                && fourByFour(next).isEmpty()) {
            add(keys, AddressForm.ODS_API, key(next));
        }
    }

    /** Under the first interface of CKAN. */
    private static boolean isRest(List<String> segments, int i) {
        return i > 0 && segments.get(i - 1).equals("rest");
    }

    private static AddressForm viewsForm(List<String> segments, int i) {
        var after = i + 2 < segments.size() ? segments.get(i + 2).toLowerCase(Locale.ROOT) : "";
        if (after.startsWith("rows")) {
            return AddressForm.SOCRATA_ROWS;
        }
        if (after.startsWith("export")) {
            return AddressForm.SOCRATA_EXPORT;
        }
        if (after.startsWith("query")) {
            return AddressForm.SOCRATA_QUERY;
        }
        return after.equals("files") ? AddressForm.SOCRATA_FILE : AddressForm.SOCRATA_VIEWS;
    }

    private static void readResource(List<String> segments, int i, String id, Set<NamedKey> keys) {
        if (!id.isEmpty()) {
            add(keys, AddressForm.SOCRATA_RESOURCE, id);
        } else if (i + 1 < segments.size()) {
            boolean download = i + 2 < segments.size() && segments.get(i + 2).equals("download");
            add(keys, download ? AddressForm.CKAN_DOWNLOAD : AddressForm.CKAN_RESOURCE, key(segments.get(i + 1)));
        }
    }

    private static void readDataset(List<String> segments, int i, String query, Set<NamedKey> keys) {
        if (i + 1 >= segments.size()) {
            OpendatasoftForms.readParameter(query).forEach(named -> add(keys, named));
            return;
        }
        if (i > 0 && segments.get(i - 1).equalsIgnoreCase("explore")) {
            OpendatasoftForms.readPage(segments, i).forEach(named -> add(keys, named));
            return;
        }
        if (readSocrataPage(segments, i, keys)) {
            return;
        }
        int resource = segments.subList(i + 1, segments.size()).indexOf("resource");
        if (resource >= 0) {
            // The file is more telling than the dataset it belongs to.
            readResource(segments, i + 1 + resource, "", keys);
        }
        var name = key(segments.get(i + 1));
        boolean download = i + 3 < segments.size() && segments.get(i + 2).equals("download")
                || keys.stream().anyMatch(known -> known.form() == AddressForm.CKAN_DOWNLOAD);
        add(
                keys,
                download
                        ? AddressForm.CKAN_DOWNLOAD
                        : isRest(segments, i) ? AddressForm.CKAN_ACTION : AddressForm.CKAN_DATASET,
                name);
        if (PAGES_ABOUT.contains(name) && i + 2 < segments.size()) {
            add(keys, AddressForm.CKAN_DATASET, key(segments.get(i + 2)));
        }
        add(keys, AddressForm.CKAN_DATASET, withoutFormat(name));
    }

    private static boolean readSocrataPage(List<String> segments, int i, Set<NamedKey> keys) {
        boolean page = false;
        for (int j = i + 1; j < Math.min(segments.size(), i + 3); j++) {
            var id = fourByFour(segments.get(j));
            if (!id.isEmpty()) {
                add(keys, AddressForm.SOCRATA_PAGE, id);
                page = true;
            }
        }
        return page;
    }

    /** ArcGIS Hub, Opendatasoft and udata all say {@code datasets}; what stands around it tells them apart. */
    private static void readDatasets(List<String> segments, int i, String query, Set<NamedKey> keys) {
        if (i + 1 >= segments.size() || readSocrataPage(segments, i, keys)) {
            return;
        }
        var before = i > 0 ? segments.get(i - 1).toLowerCase(Locale.ROOT) : "";
        List<NamedKey> named;
        if (before.equals("catalog") || before.equals("opendatasoft")) {
            named = OpendatasoftForms.readApi(segments, i);
        } else if (before.equals("api") && segments.get(i + 1).equals("1.0")) {
            named = OpendatasoftForms.readFirstApi(segments, i);
        } else if (ArcGisForms.isItemOrName(segments.get(i + 1))) {
            named = ArcGisForms.readDatasets(segments, i);
        } else {
            named = UdataForms.read(segments, i, query);
        }
        named.forEach(each -> add(keys, each));
    }

    private static void readIds(String query, Set<NamedKey> keys) {
        for (String parameter : query.split("&")) {
            if (parameter.startsWith("ids=")) {
                for (String id : decoded(parameter.substring(4)).split(",")) {
                    add(keys, AddressForm.SOCRATA_CATALOGUE, fourByFour(id.strip()));
                }
            }
        }
    }

    private static void readAction(String query, Set<NamedKey> keys) {
        for (String parameter : query.split("[&?]")) {
            int equals = parameter.indexOf('=');
            var name = equals < 0 ? "" : parameter.substring(0, equals).toLowerCase(Locale.ROOT);
            var value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
            if (ACTION_KEYS.contains(name)) {
                add(keys, AddressForm.CKAN_ACTION, key(value));
            } else if (name.equals("sql")) {
                quoted(value).forEach(table -> add(keys, AddressForm.CKAN_ACTION, key(table)));
            }
        }
    }

    private static List<String> quoted(String sql) {
        var names = new ArrayList<String>();
        int open = sql.indexOf('"');
        while (open >= 0) {
            int close = sql.indexOf('"', open + 1);
            if (close < 0) {
                break;
            }
            names.add(sql.substring(open + 1, close));
            open = sql.indexOf('"', close + 1);
        }
        return names;
    }

    private static void add(Set<NamedKey> keys, NamedKey named) {
        add(keys, named.form(), named.key());
    }

    private static void add(Set<NamedKey> keys, AddressForm form, String key) {
        if (!key.isEmpty()) {
            keys.add(new NamedKey(form, key));
        }
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        var text = decoded(path);
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSeparator(text.charAt(i))) {
                if (i > from) {
                    segments.add(text.substring(from, i));
                }
                from = i + 1;
            }
        }
        return segments;
    }

    /** The text up to what cannot be part of a key, in lower case. */
    static String key(String text) {
        int end = 0;
        while (end < text.length() && (isWord(text.charAt(end)) || ".:~@".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        while (end > 0 && ".:~".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** The name before the format in which it is asked for, as in {@code trees.rdf}; "" where none is. */
    static String withoutFormat(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && FORMATS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                ? name.substring(0, dot)
                : "";
    }

    /** Values of the parameter with this name, decoded. */
    static List<String> parameter(String query, String name) {
        var values = new ArrayList<String>();
        for (String part : query.split("[&?]")) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).equalsIgnoreCase(name)) {
                values.add(decoded(part.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '?' || c == '#';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    /** Whether this has the length and the hyphens of a uuid. */
    static boolean isUuid(String text) {
        return text.length() == 36 && text.charAt(8) == '-' && text.charAt(23) == '-';
    }

    private static boolean isAlphanumeric(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
