package sightings.ingest.downloads;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import sightings.dataset.DatasetId;
import sightings.event.AccessKind;
import sightings.ingest.catalogue.AddressForms;
import sightings.ingest.catalogue.Datasets;

/**
 * Finds the dataset that a request is about: the shape of the path says where its id would stand and what was asked, the
 * catalogue decides whether it is one. Reading about a dataset, its metadata included, is a view; fetching its data as a
 * file is a download; querying it is use of the API.
 */
public final class RequestReader {

    private static final Set<String> FILES = Set.of(
            "csv", "json", "geojson", "zip", "xlsx", "xls", "xml", "kml", "kmz", "shp", "gpkg", "parquet", "txt");

    /** One of these stands in every address that Opendatasoft or ArcGIS has for a dataset. */
    private static final Set<String> OTHERS =
            Set.of("explore", "catalog", "records", "datasets", "items", "home", "apps", "maps", "documents");

    private static final String ACTION = "action";
    private static final KnownTargets.Answer NOTHING = new KnownTargets.Answer(Optional.empty(), false);
    private static final Set<String> SERVERS = Set.of("FeatureServer", "MapServer", "ImageServer");

    private final Datasets datasets;
    private final Set<String> hosts;
    private final boolean trustsLog;
    private final KnownTargets known = new KnownTargets();

    /** Made once: a simple compiler makes another for each line, in many steps. */
    private final Function<String, KnownTargets.Answer> findOut = this::answer;

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
        return line.dataset.isEmpty() ? known.get(line.target, findOut) : named(line);
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
        return answer(target).request();
    }

    private KnownTargets.Answer answer(String target) {
        return Target.of(target, hosts).map(this::answer).orElse(NOTHING);
    }

    private KnownTargets.Answer answer(Target target) {
        var bySocrata = socrata(target.segments());
        return bySocrata.isPresent()
                ? new KnownTargets.Answer(bySocrata, false)
                : new KnownTargets.Answer(others(target), mayNeedQuery(target.segments()));
    }

    private Optional<DatasetRequest> others(Target target) {
        return ckan(target)
                .or(() -> hub(target.segments()))
                .or(() -> other(target))
                .or(() -> service(target.segments()))
                .or(() -> address(target.segments()));
    }

    /** Of what {@link #others} look at, only an action of CKAN and the forms of {@link #other} have an id in their query. */
    private static boolean mayNeedQuery(List<String> path) {
        return path.contains(ACTION) || path.stream().anyMatch(OTHERS::contains);
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

    private Optional<DatasetRequest> ckan(Target target) {
        var path = target.withoutLanguage();
        return switch (path.getFirst()) {
            case "dataset" -> ckanDataset(path);
            case "datastore" ->
                path.size() > 2 && path.get(1).equals("dump")
                        ? ofResource(path.get(2), AccessKind.DOWNLOAD)
                        : Optional.empty();
            case "api" -> ckanApi(path, target);
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

    private Optional<DatasetRequest> ckanApi(List<String> path, Target target) {
        int action = path.indexOf(ACTION);
        if (action < 0 || action + 1 >= path.size()) {
            return Optional.empty();
        }
        return switch (path.get(action + 1)) {
            case "datastore_search" -> target.parameter("resource_id").flatMap(id -> ofResource(id, AccessKind.API));
            case "datastore_search_sql" -> target.parameter("sql").flatMap(this::queried);
            case "resource_show" -> target.parameter("id").flatMap(id -> ofResource(id, AccessKind.VIEW));
            case "package_show" -> target.parameter("id").flatMap(id -> named(id, AccessKind.VIEW));
            default -> Optional.empty();
        };
    }

    /** The resource that a query in SQL names in quotes. */
    private Optional<DatasetRequest> queried(String sql) {
        int from = sql.indexOf('"');
        int to = from < 0 ? -1 : sql.indexOf('"', from + 1);
        return to < 0 ? Optional.empty() : ofResource(sql.substring(from + 1, to), AccessKind.API);
    }

    private Optional<DatasetRequest> hub(List<String> path) {
        if (path.getFirst().equals("datasets") && path.size() > 1) {
            return named(path.get(1), AccessKind.VIEW);
        }
        int items = path.indexOf("items");
        boolean download = items > 0 && items + 1 < path.size() && path.contains("download");
        return download ? named(path.get(items + 1), AccessKind.DOWNLOAD) : Optional.empty();
    }

    /** The forms of Opendatasoft and ArcGIS, which other readers of addresses know, too. */
    private Optional<DatasetRequest> other(Target target) {
        if (target.segments().stream().noneMatch(OTHERS::contains)) {
            return Optional.empty();
        }
        return AddressForms.read(target.path(), target.query()).stream()
                .filter(named -> named.form().rule().startsWith("ods-")
                        || named.form().rule().startsWith("arcgis-"))
                .flatMap(named -> named(named.key(), named.form().access()).stream())
                .findFirst();
    }

    /** A map service: {@code /.../rest/services/name/FeatureServer/0/query}, whose address with or without layer is known. */
    private Optional<DatasetRequest> service(List<String> path) {
        for (int i = 2; i < path.size(); i++) {
            if (SERVERS.contains(path.get(i))) {
                var kind = path.getLast().equals("query") ? AccessKind.API : AccessKind.VIEW;
                var server = path.subList(0, i + 1);
                var layer = path.subList(0, Math.min(i + 2, path.size()));
                return known(layer).or(() -> known(server)).map(dataset -> new DatasetRequest(dataset, kind));
            }
        }
        return Optional.empty();
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
        return known(path).map(dataset -> new DatasetRequest(dataset, ofFile(path.getLast())));
    }

    private Optional<DatasetId> known(List<String> path) {
        var joined = "/" + String.join("/", path);
        return hosts.stream()
                .flatMap(host -> datasets.withAddress(host + joined).stream())
                .findFirst();
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
