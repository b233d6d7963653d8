package sightings.event;

import java.time.Instant;
import sightings.evidence.SourceId;

/**
 * A watcher looked at a place that it had observed, and it is not there any more. Never said of a place that was merely
 * missing from a search. What was observed there stays on record beside it, until tombstones take both 180 days later.
 *
 * @param source the watcher
 * @param place address of the place, as it was observed
 * @param reason for staff, in plain words
 * @param time when it was seen to be gone
 */
public record PlaceGone(SourceId source, String place, String reason, Instant time) implements Event {

    @Override
    public Topic topic() {
        return Topic.OBSERVATIONS;
    }

    @Override
    public String subject() {
        return place;
    }
}
