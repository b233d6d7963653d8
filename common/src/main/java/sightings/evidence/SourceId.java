package sightings.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One thing that is watched: {@code github}, {@code feed:<address>}, {@code log:<name>}, {@code catalogue:<host>}, {@code desk}.
 *
 * @param value stable for as long as the source is watched; part of transactional ids
 */
public record SourceId(@JsonValue String value) {

    private static final String FEED = "feed:";

    @JsonCreator
    public SourceId {}

    /** The feed at this address. What in the address only its reader should know is not told. */
    public static SourceId feed(String address) {
        return new SourceId(FEED + ToldAddress.of(address));
    }

    /** The address of the feed that this is, as it is told; all of it where it is no feed. */
    public String feedAddress() {
        return value.startsWith(FEED) ? value.substring(FEED.length()) : value;
    }

    @Override
    public String toString() {
        return value;
    }
}
