package sightings.showcase.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.event.SightingConfirmed;
import sightings.event.SightingWithdrawn;
import sightings.event.UseSighted;
import sightings.evidence.Grade;
import sightings.evidence.Sighting;
import sightings.showcase.uses.SightingDocument;

/** Folds the events of one sighting into its document. Pure. */
final class SightingFold {

    private static final int STEPS = 1_000;

    private SightingFold() {}

    /** After it was seen, for the first time or anew. */
    static SightingDocument seen(@Nullable SightingDocument document, UseSighted event) {
        var sighting = event.sighting();
        Instant first =
                document == null || event.time().isBefore(document.firstSeen()) ? event.time() : document.firstSeen();
        // What was seen long ago is told again by other rules: it may have been confirmed since.
        var last = document == null
                ? sighting
                : sighting.confirmed(document.sighting().seenAt());
        return new SightingDocument(
                sighting.id(),
                event.use(),
                sighting.dataset(),
                strength(sighting),
                first,
                last,
                event.by(),
                null,
                null,
                null);
    }

    /** After it no longer holds. */
    static @Nullable SightingDocument withdrawn(@Nullable SightingDocument document, SightingWithdrawn event) {
        return document == null
                ? null
                : new SightingDocument(
                        document.id(),
                        document.use(),
                        document.dataset(),
                        document.strength(),
                        document.firstSeen(),
                        document.sighting(),
                        document.statedBy(),
                        event.reason(),
                        event.time(),
                        event.said());
    }

    /** After its place was seen to say the same. One that no longer holds stays withdrawn. */
    static @Nullable SightingDocument confirmed(@Nullable SightingDocument document, SightingConfirmed event) {
        return document == null || !document.holds()
                ? document
                : new SightingDocument(
                        document.id(),
                        document.use(),
                        document.dataset(),
                        document.strength(),
                        document.firstSeen(),
                        document.sighting().confirmed(event.time()),
                        document.statedBy(),
                        null,
                        null,
                        null);
    }

    private static int strength(Sighting sighting) {
        int grade = Grade.values().length - sighting.grade().ordinal();
        return grade * STEPS + (int) Math.round(sighting.confidence() * (STEPS - 1));
    }
}
