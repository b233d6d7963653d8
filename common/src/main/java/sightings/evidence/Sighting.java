package sightings.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.dataset.CatalogueVersion;
import sightings.dataset.DatasetId;

/**
 * One find: this place uses, links or mentions this dataset, and why we think so.
 *
 * @param id from subject, place and dataset
 * @param dataset the dataset
 * @param place where, with the line of the strongest occurrence
 * @param grade how strongly
 * @param method how it was found
 * @param verification what confirms it
 * @param confidence 0 to 1
 * @param snippet the line around it, redacted, at most 300 characters
 * @param source which watcher saw it
 * @param seenAt when the watcher read the place
 * @param publishedAt when the place was written, where the source says so
 * @param rule name and version of the rule, such as {@code socrata-resource@1}
 * @param catalogue the catalogue that decided
 */
public record Sighting(
        SightingId id,
        DatasetId dataset,
        Place place,
        Grade grade,
        Method method,
        Verification verification,
        double confidence,
        String snippet,
        SourceId source,
        Instant seenAt,
        @Nullable Instant publishedAt,
        String rule,
        CatalogueVersion catalogue) {

    /** The same find, whose place was seen then and says the same; never earlier than before. */
    public Sighting confirmed(Instant then) {
        return new Sighting(
                id,
                dataset,
                place,
                grade,
                method,
                verification,
                confidence,
                snippet,
                source,
                then.isAfter(seenAt) ? then : seenAt,
                publishedAt,
                rule,
                catalogue);
    }
}
