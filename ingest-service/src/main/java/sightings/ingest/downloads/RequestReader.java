package sightings.ingest.downloads;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.AccessKind;
import sightings.ingest.catalogue.Datasets;

/**
 * Finds the dataset that a request is about: the shape of the path says where its id would stand and what was asked, the
 * catalogue decides whether it is one. Reading about a dataset, its metadata included, is a view; fetching its data as a
 * file is a download; querying it is use of the API.
 */
public final class RequestReader {

    private static final Set<String> FILES = Set.of(
            "csv", "json", "geojson", "zip", "xlsx", "xls", "xml", "kml", "kmz", "shp", "gpkg", "parquet", "txt");

    private final Datasets datasets;
    private final Set<String> hosts;
    private final boolean trustsLog;
    private final KnownTargets known = new KnownTargets();

    /**
     * @param datasets the catalogue
     * @param hosts all hosts of the portals, in lower case
     */
    public RequestReader(Datasets datasets, Set<String> hosts) {
        this(datasets, hosts, false);
    }

    /** @param trustsLog whether what a log itself names as a dataset is one though the catalogue does not have it */
    public RequestReader(Datasets datasets, Set<String> hosts, boolean trustsLog) {
        this.datasets = datasets;
        this.hosts = Set.copyOf(hosts);
        this.trustsLog = trustsLog;
    }

    /** One for another thread, which remembers for itself. */
    RequestReader beside() {
        return new RequestReader(datasets, hosts, trustsLog);
    }

    /** The dataset that a line asks for; empty where it asks for something else. What was found out is remembered. */
    Optional<DatasetRequest> read(LogLine line) {
        return line.dataset.isEmpty() ? known.get(line.target, this::read) : named(line);
    }

    /** Forgets what was found out, as when the catalogue may have changed. */
    void forget() {
        known.clear();
    }

    /** Of a log that names the dataset itself. */
    private Optional<DatasetRequest> named(LogLine line) {
        var name = line.dataset.text();
        var target = line.target.text();
        var kind = target.contains("/download") ? AccessKind.DOWNLOAD : AccessKind.VIEW;
        var found = named(name, kind).or(() -> named(asId(name), kind));
        return found.isPresent() || !trustsLog || !DatasetId.isValid(asId(name))
                ? found
                : Optional.of(new DatasetRequest(new DatasetId(asId(name)), kind));
    }

    /** A DOI has a slash, which no dataset's id may have. */
    private static String asId(String name) {
        return name.replace('/', ':');
    }

    /** The dataset that this request target asks for; empty where it asks for something else. */
    Optional<DatasetRequest> read(String target) {
        var path = ownPath(target);
        if (path == null || path.isEmpty()) {
            return Optional.empty();
        }
        int mark = path.indexOf('?');
        var query = mark < 0 ? "" : path.substring(mark + 1);
        var segments = segments(mark < 0 ? path : path.substring(0, mark));
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        return socrata(segments)
                .or(() -> ckan(withoutLanguage(segments), query))
                .or(() -> hub(segments))
                .or(() -> address(segments));
    }

    /** Path and query; null where a whole address names somebody else's host. */
    private @Nullable String ownPath(String target) {
        if (target.startsWith("/")) {
            return withoutFragment(target);
        }
        int scheme = target.indexOf("://");
        if (scheme < 0 || scheme > 5) {
            return null;
        }
        int slash = target.indexOf('/', scheme + 3);
        if (slash < 0) {
            return null;
        }
        var host = target.substring(scheme + 3, slash).toLowerCase(Locale.ROOT);
        int port = host.indexOf(':');
        return hosts.contains(port < 0 ? host : host.substring(0, port))
                ? withoutFragment(target.substring(slash))
                : null;
    }

    private static String withoutFragment(String path) {
        int hash = path.indexOf('#');
        return hash < 0 ? path : path.substring(0, hash);
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>(6);
        int from = 0;
        while (from < path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            if (to > from) {
                segments.add(decoded(path.substring(from, to)));
            }
            from = to + 1;
        }
        return segments;
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

    private Optional<DatasetRequest> socrata(List<String> path) {
        var first = path.getFirst();
        return switch (first) {
            case "d", "w", "widgets" -> at(path, 1, AccessKind.VIEW);
            case "resource" -> at(path, 1, AccessKind.API);
            case "download" -> at(path, 1, AccessKind.DOWNLOAD);
            case "OData.svc" -> at(path, 1, AccessKind.API);
            case "api" -> socrataApi(path);
            default -> socrataPage(path);
        };
    }

    private Optional<DatasetRequest> socrataApi(List<String> path) {
        if (path.size() < 3) {
            return Optional.empty();
        }
        return switch (path.get(1)) {
            case "views" -> at(path, 2, path.size() > 3 ? ofView(path.get(3)) : AccessKind.VIEW);
            case "id" -> at(path, 2, AccessKind.API);
            case "geospatial" -> at(path, 2, AccessKind.DOWNLOAD);
            case "odata" -> at(path, 3, AccessKind.API);
            case "v3" ->
                path.get(2).equals("views")
                        ? at(path, 3, path.size() > 4 ? ofView(path.get(4)) : AccessKind.VIEW)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static AccessKind ofView(String action) {
        if (action.startsWith("rows.") || action.startsWith("export.") || action.equals("files")) {
            return AccessKind.DOWNLOAD;
        }
        return action.startsWith("query.") || action.equals("query") || action.equals("rows")
                ? AccessKind.API
                : AccessKind.VIEW;
    }

    /** A page such as {@code /Category/Title-of-it/abcd-1234/about_data}. */
    private Optional<DatasetRequest> socrataPage(List<String> path) {
        for (int i = 1; i < Math.min(path.size(), 4); i++) {
            if (isFourByFour(path.get(i))) {
                return at(path, i, AccessKind.VIEW);
            }
        }
        return Optional.empty();
    }

    private Optional<DatasetRequest> at(List<String> path, int index, AccessKind kind) {
        if (path.size() <= index) {
            return Optional.empty();
        }
        var id = withoutExtension(path.get(index));
        return isFourByFour(id)
                ? datasets.withId(id).map(dataset -> new DatasetRequest(dataset, kind))
                : Optional.empty();
    }

    private static String withoutExtension(String segment) {
        int dot = segment.indexOf('.');
        return dot < 0 ? segment : segment.substring(0, dot);
    }

    private static boolean isFourByFour(String text) {
        if (text.length() != 9 || text.charAt(4) != '-') {
            return false;
        }
        for (int i = 0; i < 9; i++) {
            char letter = Character.toLowerCase(text.charAt(i));
            if (i != 4 && (letter < 'a' || letter > 'z') && (letter < '0' || letter > '9')) {
                return false;
            }
        }
        return true;
    }

    private static List<String> withoutLanguage(List<String> path) {
        var first = path.getFirst();
        boolean language = path.size() > 1 && (first.length() == 2 || first.length() == 5 && first.charAt(2) == '_');
        return language ? path.subList(1, path.size()) : path;
    }

    private Optional<DatasetRequest> ckan(List<String> path, String query) {
        return switch (path.getFirst()) {
            case "dataset" -> ckanDataset(path);
            case "datastore" ->
                path.size() > 2 && path.get(1).equals("dump")
                        ? ofResource(path.get(2), AccessKind.DOWNLOAD)
                        : Optional.empty();
            case "api" -> ckanApi(path, query);
            default -> Optional.empty();
        };
    }

    private Optional<DatasetRequest> ckanDataset(List<String> path) {
        if (path.size() < 2) {
            return Optional.empty();
        }
        if (path.size() > 3 && path.get(2).equals("resource")) {
            var kind = path.size() > 4 && path.get(4).equals("download") ? AccessKind.DOWNLOAD : AccessKind.VIEW;
            var found = ofResource(path.get(3), kind);
            return found.isPresent() ? found : named(path.get(1), kind);
        }
        return named(path.get(1), AccessKind.VIEW);
    }

    private Optional<DatasetRequest> ckanApi(List<String> path, String query) {
        int action = path.indexOf("action");
        if (action < 0 || action + 1 >= path.size()) {
            return Optional.empty();
        }
        return switch (path.get(action + 1)) {
            case "datastore_search" -> parameter(query, "resource_id").flatMap(id -> ofResource(id, AccessKind.API));
            case "datastore_search_sql" -> parameter(query, "sql").flatMap(this::queried);
            case "resource_show" -> parameter(query, "id").flatMap(id -> ofResource(id, AccessKind.VIEW));
            case "package_show" -> parameter(query, "id").flatMap(id -> named(id, AccessKind.VIEW));
            default -> Optional.empty();
        };
    }

    /** The resource that a query in SQL names in quotes. */
    private Optional<DatasetRequest> queried(String sql) {
        int from = sql.indexOf('"');
        int to = from < 0 ? -1 : sql.indexOf('"', from + 1);
        return to < 0 ? Optional.empty() : ofResource(sql.substring(from + 1, to), AccessKind.API);
    }

    private static Optional<String> parameter(String query, String name) {
        for (var pair : query.split("&")) {
            if (pair.startsWith(name) && pair.length() > name.length() && pair.charAt(name.length()) == '=') {
                return Optional.of(decoded(pair.substring(name.length() + 1).replace("+", "%20")));
            }
        }
        return Optional.empty();
    }

    private Optional<DatasetRequest> hub(List<String> path) {
        if (path.getFirst().equals("datasets") && path.size() > 1) {
            return named(path.get(1), AccessKind.VIEW);
        }
        int items = path.indexOf("items");
        boolean download = items > 0 && items + 1 < path.size() && path.contains("download");
        return download ? named(path.get(items + 1), AccessKind.DOWNLOAD) : Optional.empty();
    }

    private Optional<DatasetRequest> named(String name, AccessKind kind) {
        return first(datasets.withId(name), datasets.withSlug(name), datasets.withResource(name))
                .map(dataset -> new DatasetRequest(dataset, kind));
    }

    private Optional<DatasetRequest> ofResource(String id, AccessKind kind) {
        return datasets.withResource(id).map(dataset -> new DatasetRequest(dataset, kind));
    }

    /** An address that the catalogue gives for the dataset whatever its shape, such as a file on the portal's host. */
    private Optional<DatasetRequest> address(List<String> path) {
        var joined = "/" + String.join("/", path);
        for (var host : hosts) {
            var found = datasets.withAddress(host + joined);
            if (found.isPresent()) {
                return found.map(dataset -> new DatasetRequest(dataset, ofFile(path.getLast())));
            }
        }
        return Optional.empty();
    }

    private static AccessKind ofFile(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && FILES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                ? AccessKind.DOWNLOAD
                : AccessKind.VIEW;
    }

    @SafeVarargs
    private static Optional<DatasetId> first(Optional<DatasetId>... found) {
        for (var each : found) {
            if (each.isPresent()) {
                return each;
            }
        }
        return Optional.empty();
    }
}
