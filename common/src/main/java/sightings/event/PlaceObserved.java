package sightings.event;

import java.time.Instant;
import sightings.evidence.Observation;

/**
 * A watcher saw a place, for the first time or with a new text.
 *
 * @param observation what it saw
 */
public record PlaceObserved(Observation observation) implements Event {

    @Override
    public Topic topic() {
        return Topic.OBSERVATIONS;
    }

    @Override
    public String subject() {
        return observation.place().url();
    }

    @Override
    public Instant time() {
        return observation.seenAt();
    }
}
