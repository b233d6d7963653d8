package sightings.ingest.recognising;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.Event;
import sightings.event.PlaceGone;
import sightings.event.SightingConfirmed;
import sightings.event.SightingWithdrawn;
import sightings.event.UseSighted;
import sightings.evidence.GoneReason;
import sightings.evidence.Observation;
import sightings.evidence.Said;
import sightings.evidence.Sighting;
import sightings.evidence.SightingId;
import sightings.evidence.UseId;

/**
 * What is told of one place, given what was found there before. Pure.
 *
 * @param events finds, and earlier finds that no longer hold
 * @param after what is found there now: what is remembered, by sighting
 * @param changes what is another find than before
 */
record PlaceFinds(List<Event> events, Map<String, String> after, List<Change> changes) {

    /** How a find differs from before. */
    enum Kind {
        GAINED,
        LOST,
        ALTERED
    }

    /**
     * One difference.
     *
     * @param kind how
     * @param dataset whose find; null where an earlier release did not keep it
     */
    record Change(Kind kind, @Nullable DatasetId dataset) {}

    PlaceFinds {
        events = List.copyOf(events);
        after = Map.copyOf(after);
        changes = List.copyOf(changes);
    }

    /** The place was seen, with these finds: all of them are told, since they were seen just now. */
    static PlaceFinds seen(Observation observation, List<Sighting> sightings, Map<String, String> before) {
        return of(observation, sightings, before, true, GoneReason.NO_LONGER_THERE.with(), observation.seenAt());
    }

    /** The place says what it said: what stood there still does. */
    static PlaceFinds confirmed(Map<String, String> before, Instant time) {
        var events = new ArrayList<Event>();
        new TreeMap<>(before)
                .forEach((sighting, written) ->
                        events.add(new SightingConfirmed(Stood.parse(written).use(), new SightingId(sighting), time)));
        return new PlaceFinds(events, before, List.of());
    }

    /** What was seen there was read again, with these finds: what looks as before is not told again. */
    static PlaceFinds readAgain(
            Observation observation, List<Sighting> sightings, Map<String, String> before, Instant now) {
        return of(observation, sightings, before, false, GoneReason.NO_FIND_ANY_MORE.with(), now);
    }

    /** The place is gone, and the watcher says how that shows. */
    static PlaceFinds gone(Map<String, String> before, PlaceGone gone) {
        return gone(before, "The place is gone: " + gone.reason(), gone.said(), gone.time());
    }

    /** The place is gone. */
    static PlaceFinds gone(Map<String, String> before, Instant now) {
        return gone(before, GoneReason.PLACE.english(), GoneReason.PLACE.with(), now);
    }

    private static PlaceFinds gone(Map<String, String> before, String reason, @Nullable Said said, Instant now) {
        var events = new ArrayList<Event>();
        var changes = new ArrayList<Change>();
        withdraw(before, Map.of(), reason, said, now, events, changes);
        return new PlaceFinds(events, Map.of(), changes);
    }

    private static PlaceFinds of(
            Observation observation,
            List<Sighting> sightings,
            Map<String, String> before,
            boolean tellAll,
            Said reason,
            Instant time) {
        var use = UseId.of(observation.subject().id());
        var events = new ArrayList<Event>();
        var changes = new ArrayList<Change>();
        var after = new TreeMap<String, String>();
        for (Sighting sighting : sightings) {
            var now = Stood.of(use, sighting).written();
            var then = before.get(sighting.id().value());
            after.put(sighting.id().value(), now);
            if (!now.equals(then)) {
                changes.add(new Change(then == null ? Kind.GAINED : Kind.ALTERED, sighting.dataset()));
            }
            if (tellAll || !now.equals(then)) {
                events.add(new UseSighted(use, observation.subject(), sighting, observation.seenAt()));
            }
        }
        withdraw(before, after, reason.text(), reason, time, events, changes);
        return new PlaceFinds(events, after, changes);
    }

    private static void withdraw(
            Map<String, String> before,
            Map<String, String> after,
            String reason,
            @Nullable Said said,
            Instant time,
            List<Event> events,
            List<Change> changes) {
        new TreeMap<>(before).forEach((sighting, written) -> {
            if (!after.containsKey(sighting)) {
                var stood = Stood.parse(written);
                events.add(new SightingWithdrawn(stood.use(), new SightingId(sighting), reason, time, said));
                changes.add(new Change(Kind.LOST, stood.dataset()));
            }
        });
    }
}
