package sightings.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Id of a person; who it is stands in the topic {@code people} only, so that it can be purged there.
 *
 * @param value says nothing about the person
 */
public record PersonId(@JsonValue String value) {

    @JsonCreator
    public PersonId {}

    @Override
    public String toString() {
        return value;
    }
}
