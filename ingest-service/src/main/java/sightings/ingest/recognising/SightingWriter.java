package sightings.ingest.recognising;

import org.jspecify.annotations.Nullable;
import sightings.dataset.CatalogueVersion;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.Sighting;
import sightings.evidence.SightingId;

/** Writes hits in one observation as sightings: with place, line and snippet. */
final class SightingWriter {

    private final Observation observation;
    private final CatalogueVersion catalogue;
    private final Lines lines;

    /** @param lines those of the observation's text */
    SightingWriter(Observation observation, Lines lines, CatalogueVersion catalogue) {
        this.observation = observation;
        this.catalogue = catalogue;
        this.lines = lines;
    }

    /** @param link the link that it stands in; null where it stands in the text */
    Sighting write(Hit hit, @Nullable String link) {
        Place place = observation.place();
        String snippet;
        if (link == null) {
            place = place.atLine(lines.number(hit.start()));
            snippet = Snippets.around(observation.text(), lines, hit.start(), hit.end());
        } else {
            snippet = Snippets.around(link, new Lines(link), hit.start(), hit.end());
        }
        return new Sighting(
                SightingId.of(observation.subject().id(), observation.place(), hit.dataset()),
                hit.dataset(),
                place,
                hit.grade(),
                hit.method(),
                hit.verification(),
                hit.confidence(),
                snippet,
                observation.source(),
                observation.seenAt(),
                observation.publishedAt(),
                hit.rule() + Recogniser.VERSION,
                catalogue);
    }
}
