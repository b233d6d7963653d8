package sightings.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Content hash of all datasets and references of a catalogue; pinned in each find.
 *
 * @param value lower-case base32, same content same value
 */
public record CatalogueVersion(@JsonValue String value) {

    /** Before the first harvest, and for what staff state by hand. */
    public static final CatalogueVersion NONE = new CatalogueVersion("none");

    @JsonCreator
    public CatalogueVersion {}

    @Override
    public String toString() {
        return value;
    }
}
