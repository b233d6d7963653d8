package sightings.ingest.catalogue;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What an entry of a catalogue is written in; found from its fields, because files do not say. */
enum EntryKind {
    /** A result of Socrata's Discovery API. */
    SOCRATA,
    /** A dataset of a DCAT-US 1.1 or 3.0 document. */
    DCAT_US,
    /** A package of CKAN's action API. */
    CKAN,
    /** A dataset of Opendatasoft's catalogue, of any version of its API. */
    OPENDATASOFT,
    /** Anything else with an {@code id} and a {@code title} or {@code name}. */
    PLAIN;

    /** The kind of this entry; empty where it is no entry of a catalogue. */
    static Optional<EntryKind> of(JsonNode entry) {
        if (!entry.isObject()) {
            return Optional.empty();
        }
        if (entry.path("resource").isObject()) {
            return Optional.of(SOCRATA);
        }
        if (isOpendatasoft(entry) || isOpendatasoft(entry.path("dataset"))) {
            return Optional.of(OPENDATASOFT);
        }
        boolean package_ = entry.has("resources") && entry.has("name") || entry.has("num_resources");
        if (package_ || entry.has("package_id")) {
            return Optional.of(CKAN);
        }
        if (entry.has("identifier") || entry.has("distribution") || entry.has("accessLevel") || entry.has("@type")) {
            return Optional.of(DCAT_US);
        }
        boolean named = entry.has("title") || entry.has("name");
        return entry.has("id") || named && entry.has("slug") ? Optional.of(PLAIN) : Optional.empty();
    }

    private static boolean isOpendatasoft(JsonNode entry) {
        return entry.has("dataset_id") || entry.has("datasetid");
    }
}
