package sightings.ingest.catalogue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The APIs that give a catalogue page by page: how each is asked, and where its answer has what. */
enum PagedApi {
    /**
     * Socrata's Discovery API (https://dev.socrata.com/docs/other/discovery). It gives no entry beyond the 10,000th this way.
     */
    SOCRATA("/api/catalog/v1", 100, 10_000) {
        @Override
        String query(String domain, int offset) {
            var host = URLEncoder.encode(domain, StandardCharsets.UTF_8);
            return "domains=" + host + "&search_context=" + host + "&limit=" + page() + "&offset=" + offset;
        }

        @Override
        JsonNode entries(JsonNode answer) {
            return answer.path("results");
        }

        @Override
        JsonNode total(JsonNode answer) {
            return answer.path("resultSetSize");
        }

        @Override
        @Nullable
        String key(JsonNode entry) {
            return Facts.text(entry.path("resource"), "id");
        }
    },

    /** CKAN's action API (https://docs.ckan.org/en/latest/api/); more than 1,000 rows are cut to that. */
    CKAN("/api/3/action/package_search", 200, 100_000) {
        @Override
        String query(String domain, int offset) {
            // Sorted by what never changes: by relevance pages overlap.
            return "rows=" + page() + "&start=" + offset + "&sort=id+asc";
        }

        @Override
        JsonNode entries(JsonNode answer) {
            return answer.path("result").path("results");
        }

        @Override
        JsonNode total(JsonNode answer) {
            return answer.path("result").path("count");
        }

        @Override
        @Nullable
        String key(JsonNode entry) {
            return Facts.text(entry, "id");
        }
    },

    /**
     * Opendatasoft's Explore API v2.1 (https://help.opendatasoft.com/apis/ods-explore-v2/), which gives pages of 100, and
     * no entry beyond the 10,000th.
     */
    OPENDATASOFT("/api/explore/v2.1/catalog/datasets", 100, 10_000) {
        @Override
        String query(String domain, int offset) {
            return "limit=" + page() + "&offset=" + offset + "&order_by=dataset_id";
        }

        @Override
        JsonNode entries(JsonNode answer) {
            return answer.path("results");
        }

        @Override
        JsonNode total(JsonNode answer) {
            return answer.path("total_count");
        }

        @Override
        @Nullable
        String key(JsonNode entry) {
            return Facts.text(entry, "dataset_id");
        }
    };

    private final String path;
    private final int page;
    private final int most;

    PagedApi(String path, int page, int most) {
        this.path = path;
        this.page = page;
        this.most = most;
    }

    /** Entries asked for at once. */
    int page() {
        return page;
    }

    /** Entries that can be had in all. */
    int most() {
        return most;
    }

    /** The address of a page of what this portal has. */
    URI address(URI base, String domain, int offset) {
        return URI.create(withoutSlash(base) + path + "?" + query(domain, offset));
    }

    /** The base of an address that names this API itself; empty where it does not. */
    Optional<URI> base(URI address) {
        var text = withoutQuery(address);
        int at = text.indexOf(path);
        return at > 0 ? Optional.of(URI.create(text.substring(0, at))) : Optional.empty();
    }

    /** Whether this is an answer of this API. */
    boolean isAnswer(JsonNode answer) {
        return entries(answer).isArray() && total(answer).isIntegralNumber();
    }

    abstract String query(String domain, int offset);

    /** The list of entries in an answer. */
    abstract JsonNode entries(JsonNode answer);

    /** How many entries the portal says it has. */
    abstract JsonNode total(JsonNode answer);

    /** What makes the entry another than its neighbours; null where it has no such thing. */
    abstract @Nullable String key(JsonNode entry);

    private static String withoutQuery(URI address) {
        var text = address.toString();
        int question = text.indexOf('?');
        return question < 0 ? text : text.substring(0, question);
    }

    static String withoutSlash(URI base) {
        var text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
