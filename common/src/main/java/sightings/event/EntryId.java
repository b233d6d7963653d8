package sightings.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Id of something that staff write.
 *
 * @param value UUIDv7 in lower case
 */
public record EntryId(@JsonValue String value) {

    @JsonCreator
    public EntryId {}

    @Override
    public String toString() {
        return value;
    }
}
