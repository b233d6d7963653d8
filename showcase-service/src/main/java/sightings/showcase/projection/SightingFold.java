package sightings.showcase.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
        return new SightingDocument(
                sighting.id(), event.use(), sighting.dataset(), strength(sighting), first, sighting, event.by(), null);
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
                        event.reason());
    }

    private static int strength(Sighting sighting) {
        int grade = Grade.values().length - sighting.grade().ordinal();
        return grade * STEPS + (int) Math.round(sighting.confidence() * (STEPS - 1));
    }
}
