package sightings.ingest.downloads;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sightings.dataset.DatasetId;
import sightings.ingest.catalogue.DatasetTexts;
import sightings.ingest.catalogue.Datasets;

/** A catalogue of a few datasets, for tests. */
public final class FewDatasets implements Datasets {

    private final Map<String, DatasetId> ids = new HashMap<>();
    private final Map<String, DatasetId> slugs = new HashMap<>();
    private final Map<String, DatasetId> resources = new HashMap<>();
    private final Map<String, DatasetId> addresses = new HashMap<>();
    /** Whether the catalogue has been harvested once. */
    public boolean harvested = true;

    /** A few of each kind of portal. */
    public static FewDatasets usual() {
        var datasets = new FewDatasets();
        datasets.ids.put("abcd-1234", new DatasetId("abcd-1234"));
        datasets.ids.put("wxyz-9876", new DatasetId("wxyz-9876"));
        var trees = new DatasetId("0b1a9c7e-1111-4222-8333-123456789abc");
        datasets.ids.put(trees.value(), trees);
        datasets.slugs.put("street-trees", trees);
        datasets.resources.put("7d5f0000-aaaa-4bbb-8ccc-123456789abc", trees);
        datasets.addresses.put("data.example.gov/files/trees.csv", trees);
        var reports = new DatasetId("property-tax-report");
        datasets.ids.put(reports.value(), reports);
        var hospitals = new DatasetId("dd4580c810204019a7b8eb3e0b329dd6_0");
        datasets.ids.put(hospitals.value(), hospitals);
        datasets.slugs.put("hospitals-and-clinics", hospitals);
        datasets.resources.put("dd4580c810204019a7b8eb3e0b329dd6", hospitals);
        datasets.addresses.put("data.example.gov/gis/rest/services/doit/hospitals/FeatureServer/0", hospitals);
        return datasets;
    }

    /** The next harvest brings this one. */
    public void add(String id) {
        ids.put(id, new DatasetId(id));
    }

    /** The catalogue was made anew without this one. */
    public void remove(String id) {
        ids.remove(id);
    }

    /** Texts in which these words stand, all in one dataset. */
    public static DatasetTexts words(String... words) {
        return Set.of(words)::containsAll;
    }

    @Override
    public boolean harvested() {
        return harvested;
    }

    @Override
    public Optional<DatasetId> withId(String id) {
        return Optional.ofNullable(ids.get(id.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<DatasetId> withSlug(String slug) {
        return Optional.ofNullable(slugs.get(slug));
    }

    @Override
    public Optional<DatasetId> withResource(String id) {
        return Optional.ofNullable(resources.get(id));
    }

    @Override
    public Optional<DatasetId> withAddress(String address) {
        return Optional.ofNullable(addresses.get(address));
    }
}
