package sightings.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One thing that is watched: {@code github}, {@code feed:<address>}, {@code log:<name>}, {@code catalogue:<host>}, {@code desk}.
 *
 * @param value stable for as long as the source is watched; part of transactional ids
 */
public record SourceId(@JsonValue String value) {

    @JsonCreator
    public SourceId {}

    @Override
    public String toString() {
        return value;
    }
}
