package sightings.ingest.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.dataset.CatalogueVersion;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.dataset.Reference.Kind;
import sightings.evidence.Hashes;

/**
 * All datasets of the city at one moment, to be looked up by every form in which people link to them. It never changes;
 * same datasets and references, same version.
 */
public final class Catalogue {

    /** Before the first harvest. */
    public static final Catalogue EMPTY = Catalogue.of(List.of());

    private final Map<DatasetId, Dataset> datasets;
    private final Map<String, String> portals;
    private final Map<String, Map<String, DatasetId>> keys;
    private final Map<String, List<String>> portalsOfKey;
    private final Map<String, @Nullable DatasetId> addresses;
    private volatile @Nullable CatalogueVersion version;

    private Catalogue(Collection<Dataset> all) {
        datasets = new TreeMap<>();
        portals = new HashMap<>();
        keys = new HashMap<>();
        portalsOfKey = new HashMap<>();
        addresses = new HashMap<>();
        all.forEach(dataset -> datasets.put(dataset.id(), dataset));
        // Ids before names and resources: a key that is somebody's id is nobody's name.
        for (Kind kind : List.of(Kind.ID, Kind.RESOURCE, Kind.SLUG)) {
            datasets.values().forEach(dataset -> addKeys(dataset, kind));
        }
        datasets.values().forEach(this::addAddresses);
    }

    /** The catalogue of these datasets. */
    public static Catalogue of(Collection<Dataset> datasets) {
        return new Catalogue(datasets);
    }

    /** What decides: ids, titles and references, but not when they were first seen. */
    static CatalogueVersion versionOf(Collection<Dataset> datasets) {
        var parts = new TreeMap<String, String>();
        for (Dataset dataset : datasets) {
            var text = new StringBuilder(dataset.portal()).append('\n').append(dataset.title());
            for (Reference reference : dataset.references()) {
                text.append('\n').append(reference.kind()).append(' ').append(reference.value());
            }
            parts.put(dataset.id().value(), text.toString());
        }
        var flat = new String[parts.size() * 2];
        int i = 0;
        for (var part : parts.entrySet()) {
            flat[i++] = part.getKey();
            flat[i++] = part.getValue();
        }
        return new CatalogueVersion(Hashes.id(flat));
    }

    /** Content hash of all datasets and references. */
    public CatalogueVersion version() {
        var known = version;
        if (known == null) {
            // Whoever only looks things up never needs it, and it takes long. Two at once find the same.
            known = datasets.isEmpty() ? CatalogueVersion.NONE : versionOf(datasets.values());
            version = known;
        }
        return known;
    }

    /** All datasets, by id. */
    public Collection<Dataset> datasets() {
        return java.util.Collections.unmodifiableCollection(datasets.values());
    }

    /** The dataset with exactly this id. */
    public Optional<Dataset> dataset(DatasetId id) {
        return Optional.ofNullable(datasets.get(id));
    }

    /** The portal, named by its main host, that answers at this host. */
    public Optional<String> portalAt(String host) {
        return Optional.ofNullable(portals.get(host.toLowerCase(Locale.ROOT)));
    }

    /** The portal's dataset with this id, name or resource, present or former, in whatever case. */
    public Optional<DatasetId> at(String portal, String key) {
        return Optional.ofNullable(keys.getOrDefault(portal, Map.of()).get(key.toLowerCase(Locale.ROOT)));
    }

    /** The portals that have a dataset with this id, name or resource. */
    public List<String> portalsWith(String key) {
        return portalsOfKey.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    }

    /**
     * The dataset that lists this address as its own. An address that several datasets list names none of them.
     *
     * @param address host and path, and a query, of which only what names something counts; scheme and trailing slash are
     *     ignored
     */
    public Optional<DatasetId> listing(String address) {
        var path = withoutScheme(address);
        var naming = AddressNames.naming(address);
        var named = naming.isEmpty() ? null : addresses.get(path + "?" + naming);
        return Optional.ofNullable(named == null ? addresses.get(path) : named);
    }

    /** The dataset of any portal with a reference of this kind. */
    Optional<DatasetId> with(Kind kind, String value) {
        var wanted = value.toLowerCase(Locale.ROOT);
        return portalsWith(wanted).stream()
                .flatMap(portal -> at(portal, wanted).stream())
                .filter(id -> has(id, kind, wanted))
                .sorted()
                .findFirst();
    }

    private boolean has(DatasetId id, Kind kind, String value) {
        return dataset(id).stream()
                .flatMap(dataset -> dataset.references().stream())
                .anyMatch(reference ->
                        reference.kind() == kind && reference.value().equalsIgnoreCase(value));
    }

    private void addKeys(Dataset dataset, Kind kind) {
        var ofPortal = keys.computeIfAbsent(dataset.portal(), _ -> new HashMap<>());
        if (kind == Kind.ID) {
            addKey(ofPortal, dataset, dataset.id().value());
        }
        for (Reference reference : dataset.references()) {
            if (reference.kind() == kind) {
                addKey(ofPortal, dataset, reference.value());
            }
        }
    }

    private void addKey(Map<String, DatasetId> ofPortal, Dataset dataset, String value) {
        var key = value.toLowerCase(Locale.ROOT);
        // Sorted by id, so that of two datasets with one name every instance answers the same.
        ofPortal.putIfAbsent(key, dataset.id());
        var known = portalsOfKey.putIfAbsent(key, List.of(dataset.portal()));
        if (known != null && !known.contains(dataset.portal())) {
            var more = new java.util.ArrayList<>(known);
            more.add(dataset.portal());
            portalsOfKey.put(key, List.copyOf(more));
        }
    }

    private void addAddresses(Dataset dataset) {
        portals.put(dataset.portal().toLowerCase(Locale.ROOT), dataset.portal());
        for (Reference reference : dataset.references()) {
            if (reference.kind() == Kind.HOST) {
                portals.putIfAbsent(reference.value().toLowerCase(Locale.ROOT), dataset.portal());
            }
            if (reference.kind() == Kind.URL) {
                var naming = AddressNames.naming(reference.value());
                var address = withoutScheme(reference.value()) + (naming.isEmpty() ? "" : "?" + naming);
                if (addresses.containsKey(address) && !dataset.id().equals(addresses.get(address))) {
                    addresses.put(address, null);
                } else {
                    addresses.put(address, dataset.id());
                }
            }
        }
    }

    /** Host in lower case and path, without scheme, query, fragment and trailing slash. */
    public static String withoutScheme(String address) {
        int start = address.indexOf("://");
        var rest = start < 0 ? address : address.substring(start + 3);
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '?' && rest.charAt(end) != '#') {
            end++;
        }
        while (end > 0 && rest.charAt(end - 1) == '/') {
            end--;
        }
        rest = rest.substring(0, end);
        var host = hostOf(rest);
        return host + rest.substring(host.length());
    }

    private static String hostOf(String address) {
        int slash = address.indexOf('/');
        return (slash < 0 ? address : address.substring(0, slash)).toLowerCase(Locale.ROOT);
    }
}
