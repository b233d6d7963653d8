package sightings.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A visitor's pseudonym for one log day: a keyed hash under that day's random salt, which is destroyed.
 *
 * @param value 16 hexadecimal digits that say nothing about the visitor once the salt is gone
 */
public record VisitorId(@JsonValue String value) {

    @JsonCreator
    public VisitorId {}
}
