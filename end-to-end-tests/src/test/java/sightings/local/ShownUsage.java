package sightings.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.SortedMap;
import sightings.event.UsageCounted;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the documents of Elasticsearch say of the usage of datasets. */
final class ShownUsage {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Documents documents;

    ShownUsage(URI elasticsearch, HttpClient client) {
        documents = new Documents(elasticsearch, client);
    }

    /** As {@link UsageSums} has them. */
    SortedMap<String, String> sums(String profile) {
        return UsageSums.of(
                documents.in("usage").values().stream().map(ShownUsage::counted).toList(), profile);
    }

    /** A document is a count without its time, and with sums that can be made of it. */
    private static UsageCounted counted(String document) {
        var json = (ObjectNode) JSON.readTree(document);
        return JSON.treeToValue(json.put("time", "1970-01-01T00:00:00Z"), UsageCounted.class);
    }
}
