package sightings.ingest.recognising;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sightings.event.Event;
import sightings.event.PlaceGone;
import sightings.event.SightingWithdrawn;
import sightings.event.UseSighted;
import sightings.evidence.Observation;
import sightings.evidence.Sighting;
import sightings.evidence.SightingId;
import sightings.evidence.UseId;

/**
 * What is told of one place, given what was found there before. Pure.
 *
 * @param events finds, and earlier finds that no longer hold
 * @param after what is found there now: use by sighting
 */
record PlaceFinds(List<Event> events, Map<String, String> after) {

    PlaceFinds {
        events = List.copyOf(events);
        after = Map.copyOf(after);
    }

    /** The place was seen, with these finds. */
    static PlaceFinds seen(Observation observation, List<Sighting> sightings, Map<String, String> before) {
        var use = UseId.of(observation.subject().id());
        var events = new ArrayList<Event>();
        var after = new TreeMap<String, String>();
        for (Sighting sighting : sightings) {
            after.put(sighting.id().value(), use.value());
            events.add(new UseSighted(use, observation.subject(), sighting, observation.seenAt()));
        }
        withdraw(before, after, "It no longer stands there.", observation.seenAt(), events);
        return new PlaceFinds(events, after);
    }

    /** The place is gone, and the watcher says how that shows. */
    static PlaceFinds gone(Map<String, String> before, PlaceGone gone) {
        var events = new ArrayList<Event>();
        withdraw(before, Map.of(), "The place is gone: " + gone.reason(), gone.time(), events);
        return new PlaceFinds(events, Map.of());
    }

    /** The place is gone. */
    static PlaceFinds gone(Map<String, String> before, Instant now) {
        var events = new ArrayList<Event>();
        withdraw(before, Map.of(), "The place is gone.", now, events);
        return new PlaceFinds(events, Map.of());
    }

    private static void withdraw(
            Map<String, String> before, Map<String, String> after, String reason, Instant time, List<Event> events) {
        new TreeMap<>(before).forEach((sighting, use) -> {
            if (!after.containsKey(sighting)) {
                events.add(new SightingWithdrawn(new UseId(use), new SightingId(sighting), reason, time));
            }
        });
    }
}
