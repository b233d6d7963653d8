package sightings.event;

import java.time.Instant;
import sightings.evidence.SourceId;

/**
 * A watcher saw that a place says what it said when it was observed last: told about once a month, so that everybody knows
 * how long its finds have held. Of each place the last one is kept, beside the observation.
 *
 * @param source which watcher saw it
 * @param place its address, as in the observation
 * @param time when it was seen
 */
public record PlaceConfirmed(SourceId source, String place, Instant time) implements Event {

    @Override
    public Topic topic() {
        return Topic.OBSERVATIONS;
    }

    @Override
    public String subject() {
        return place;
    }

    /** The key under which the last one of a place is kept. No address has a space. */
    public static String key(String place) {
        return place + " confirmed";
    }
}
