package sightings.ingest.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Catalogues as small as a test needs them. */
public final class Examples {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Examples() {}

    /** A dataset of this portal with these references. */
    public static Dataset dataset(
            String portal, String id, Set<String> slugs, Set<String> resources, Set<String> addresses) {
        var references = new PortalHosts(portal, List.of("www." + portal))
                .references(Set.of(id), slugs, resources, addresses, DAY);
        return new Dataset(
                new DatasetId(id),
                portal,
                "Title of " + id,
                null,
                "https://" + portal + "/d/" + id,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                references);
    }

    /** A dataset with nothing but its id and its page. */
    public static Dataset dataset(String portal, String id) {
        return dataset(portal, id, Set.of(), Set.of(), Set.of("https://" + portal + "/d/" + id));
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
