package sightings.ingest.recognising;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.ingest.catalogue.AddressForms;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.NamedKey;

/**
 * A catalogue arranged for reading texts: what can stand in a text at all is told apart from everything else without
 * making anything. Beside what the catalogue says outright it holds what its listed addresses say: the keys they name at
 * their hosts, and the services whose layers they are. It never changes.
 */
final class Lexicon {

    /** Hosts of platforms where all publishers' datasets are found beside those at their own hosts. */
    private static final List<String> SHARED =
            List.of("opendata.arcgis.com", "hub.arcgis.com", "arcgis.com", "opendatasoft.com");

    /** What stands behind the name of an ArcGIS service, in lower case. */
    static final List<String> SERVERS = List.of("featureserver", "mapserver", "imageserver");

    /** What stands before it. */
    static final String SERVICES = "/services/";

    private final Catalogue catalogue;
    private final HostTable hosts;
    private final PackedIds fourByFours;
    private final Map<String, @Nullable DatasetId> numbers = new HashMap<>();
    private final Map<String, @Nullable DatasetId> listedKeys = new HashMap<>();
    private final Map<String, @Nullable DatasetId> services = new HashMap<>();
    private final Map<String, @Nullable Service> servicePaths = new HashMap<>();
    private final Map<String, String> portals = new LinkedHashMap<>();
    private final Set<String> portalsWithNames = new HashSet<>();
    private final List<Libraries.Library> libraries;
    private final Titles titles;
    private final Sieve sieve;

    private Lexicon(Catalogue catalogue) {
        this.catalogue = catalogue;
        var ids = new HashSet<String>();
        var listedHosts = new HashSet<String>();
        for (Dataset dataset : catalogue.datasets()) {
            addKey(dataset, dataset.id().value(), ids);
            portals.put(dataset.portal().toLowerCase(Locale.ROOT), dataset.portal());
            for (Reference reference : dataset.references()) {
                switch (reference.kind()) {
                    case HOST -> portals.putIfAbsent(reference.value().toLowerCase(Locale.ROOT), dataset.portal());
                    case ID, RESOURCE -> addKey(dataset, reference.value(), ids);
                    case SLUG -> {
                        addKey(dataset, reference.value(), ids);
                        // Where ids are of the form abcd-1234, names in addresses are only ornament.
                        if (!Keys.isFourByFour(dataset.id().value())) {
                            portalsWithNames.add(dataset.portal());
                        }
                    }
                    case URL -> addListed(dataset, reference.value(), listedHosts);
                }
            }
            if (!Keys.isFourByFour(dataset.id().value())) {
                portalsWithNames.add(dataset.portal());
            }
        }
        this.fourByFours = new PackedIds(ids);
        this.hosts = new HostTable(hosts(listedHosts));
        this.libraries = Libraries.implying(portals);
        this.titles = new Titles(catalogue.datasets());
        this.sieve = new Sieve(hosts, fourByFours, hasNumbers(), libraries);
    }

    static Lexicon of(Catalogue catalogue) {
        return new Lexicon(catalogue);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    HostTable hosts() {
        return hosts;
    }

    PackedIds fourByFours() {
        return fourByFours;
    }

    /** Whether any dataset has an id of 32 digits or a uuid. */
    boolean hasNumbers() {
        return !numbers.isEmpty();
    }

    /** Tells texts apart in which nothing can be found. */
    Sieve sieve() {
        return sieve;
    }

    /** Libraries that ask one of the catalogue's portals without naming it. */
    List<Libraries.Library> libraries() {
        return libraries;
    }

    Titles titles() {
        return titles;
    }

    /** Whether datasets of this portal are known by names rather than by ids that are nobody else's. */
    boolean hasNames(String portal) {
        return portalsWithNames.contains(portal);
    }

    /** The dataset that an address of this host names by this key. */
    Optional<DatasetId> at(Host host, String key) {
        var portal = host.portal();
        if (portal != null) {
            var dataset = catalogue.at(portal, key).or(() -> copy(portal, key));
            if (dataset.isPresent()) {
                return dataset;
            }
        }
        var listed = listedKeys.get(listedKey(host.name(), key));
        if (listed != null) {
            return Optional.of(listed);
        }
        boolean ours = portal != null && Keys.isFourByFour(key);
        boolean nobodyElses = (portal != null || host.shared()) && isNobodyElses(key);
        return ours || nobodyElses ? anywhere(key).or(() -> copyElsewhere(key)) : Optional.empty();
    }

    /** The dataset with this key, whichever portal's; empty where several portals know it. */
    Optional<DatasetId> anywhere(String key) {
        var wanted = key.toLowerCase(Locale.ROOT);
        var known = catalogue.portalsWith(wanted);
        if (known.size() == 1) {
            return catalogue.at(known.getFirst(), wanted);
        }
        return Optional.ofNullable(numbers.get(wanted));
    }

    /** The dataset whose service this address asks, whatever layer or question stands behind it. */
    Optional<DatasetId> service(String address) {
        var service = Keys.service(address);
        if (service == null) {
            return Optional.empty();
        }
        var layer = services.get(service);
        return Optional.ofNullable(layer == null ? services.get(Keys.withoutLayer(service)) : layer);
    }

    /**
     * A service or a layer of it.
     *
     * @param root host and path of its server up to its services, in lower case
     * @param dataset the dataset that it is
     */
    record Service(String root, DatasetId dataset) {}

    /** Whether any dataset lists a service. */
    boolean hasServices() {
        return !servicePaths.isEmpty();
    }

    /** The service with this path behind its server's {@code /services/}; null where none or several have it. */
    @Nullable
    Service serviceAt(String path) {
        var key = Keys.service(path);
        if (key == null) {
            return null;
        }
        var layer = servicePaths.get(key);
        return layer == null ? servicePaths.get(Keys.withoutLayer(key)) : layer;
    }

    /** {@code id@origin} of a copy, where the origin is the portal. */
    private Optional<DatasetId> copy(String portal, String key) {
        int at = key.indexOf('@');
        return at > 0 && labels(portal).contains(key.substring(at + 1).toLowerCase(Locale.ROOT))
                ? catalogue.at(portal, key.substring(0, at))
                : Optional.empty();
    }

    /** The dataset of which an address elsewhere names a copy, as in {@code id@origin}. */
    private Optional<DatasetId> copyElsewhere(String key) {
        return portals.values().stream()
                .distinct()
                .flatMap(portal -> copy(portal, key).stream())
                .findFirst();
    }

    /** The parts by which the portal may be called: of its hosts, those that are neither first nor last. */
    private Set<String> labels(String portal) {
        var labels = new HashSet<String>();
        portals.forEach((host, owner) -> {
            if (owner.equals(portal)) {
                var parts = host.split("\\.");
                if (host.endsWith(".opendatasoft.com")) {
                    labels.add(parts[0]);
                }
                for (int i = 1; i < parts.length - 1; i++) {
                    labels.add(parts[i]);
                }
            }
        });
        return labels;
    }

    private static boolean isNobodyElses(String key) {
        return Keys.isNumber(key) || key.indexOf("::") > 0 || key.indexOf('@') > 0;
    }

    private void addKey(Dataset dataset, String value, Set<String> ids) {
        var key = value.toLowerCase(Locale.ROOT);
        if (Keys.isFourByFour(key)) {
            ids.add(key);
        } else if (Keys.isNumber(key)) {
            addNumber(dataset, key);
        }
    }

    /** A number stands for its dataset anywhere; an item without its layer does where it has one layer's dataset. */
    private void addNumber(Dataset dataset, String key) {
        put(numbers, key, dataset.id());
        if (key.length() > 32 && key.charAt(32) == '_') {
            put(numbers, key.substring(0, 32), dataset.id());
        }
    }

    private void addListed(Dataset dataset, String address, Set<String> listedHosts) {
        int slash = address.indexOf('/');
        if (slash < 0) {
            return;
        }
        var host = address.substring(0, slash).toLowerCase(Locale.ROOT);
        listedHosts.add(host);
        var service = Keys.service(address);
        if (service != null) {
            put(services, service, dataset.id());
            put(services, Keys.withoutLayer(service), dataset.id());
            addServicePath(dataset, service);
            addServicePath(dataset, Keys.withoutLayer(service));
            return;
        }
        if (address.indexOf('?') >= 0) {
            // Its query names it, and is compared as a whole.
            return;
        }
        boolean first = true;
        for (NamedKey named : AddressForms.read(address.substring(slash), "")) {
            if (first || Keys.isNumber(named.key())) {
                put(listedKeys, listedKey(host, named.key()), dataset.id());
            }
            first = false;
            if (Keys.isNumber(named.key())) {
                addNumber(dataset, named.key());
            }
        }
    }

    private void addServicePath(Dataset dataset, String service) {
        var address = service.toLowerCase(Locale.ROOT);
        int at = address.indexOf(SERVICES);
        if (at > 0) {
            var path = address.substring(at + SERVICES.length());
            var here = new Service(address.substring(0, at), dataset.id());
            servicePaths.put(
                    path, !servicePaths.containsKey(path) || here.equals(servicePaths.get(path)) ? here : null);
        }
    }

    /** What two datasets share names neither of them. */
    private static void put(Map<String, @Nullable DatasetId> map, String key, DatasetId dataset) {
        if (map.containsKey(key) && !dataset.equals(map.get(key))) {
            map.put(key, null);
        } else {
            map.put(key, dataset);
        }
    }

    private static String listedKey(String host, String key) {
        var name = host.startsWith("www.") ? host.substring(4) : host;
        return name + ' ' + key.toLowerCase(Locale.ROOT);
    }

    private Collection<Host> hosts(Set<String> listedHosts) {
        var all = new LinkedHashMap<String, Host>();
        for (String shared : SHARED) {
            all.put(shared, new Host(shared, null, listedHosts.contains(shared), true));
        }
        for (String listed : listedHosts) {
            all.putIfAbsent(listed, new Host(listed, null, true, false));
        }
        portals.forEach((host, portal) -> all.put(host, new Host(host, portal, listedHosts.contains(host), false)));
        return new ArrayList<>(all.values());
    }
}
