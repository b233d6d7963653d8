package sightings.ingest.catalogue;

import tools.jackson.databind.JsonNode;

/** What comes out of a catalogue's document, piece by piece. */
sealed interface DocumentPart {

    /**
     * An entry.
     *
     * @param where {@code line 7} or {@code entry 7}, counted from 1
     * @param json as it stands there
     */
    record Entry(String where, JsonNode json) implements DocumentPart {}

    /**
     * A place that cannot be read, for staff.
     *
     * @param where {@code line 7}, {@code entry 7} or {@code in or after entry 7}
     * @param reason why
     */
    record Unreadable(String where, String reason) implements DocumentPart {}

    /**
     * What the document says about itself beside its entries.
     *
     * @param field its name
     * @param value a text
     */
    record Said(String field, String value) implements DocumentPart {}
}
