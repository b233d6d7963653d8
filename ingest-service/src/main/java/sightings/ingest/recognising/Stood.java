package sightings.ingest.recognising;

import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.evidence.Hashes;
import sightings.evidence.Sighting;
import sightings.evidence.UseId;

/**
 * What is remembered of a find that stands at a place, to see later whether it is another one.
 *
 * @param use the use it belongs to
 * @param dataset its dataset; null where an earlier release did not keep it
 * @param looks hash of what staff see of it; neither when it was seen nor by which catalogue
 */
record Stood(UseId use, @Nullable DatasetId dataset, String looks) {

    /** What is remembered of this find. */
    static Stood of(UseId use, Sighting sighting) {
        var looks = Hashes.id(
                sighting.grade().name(),
                sighting.method().name(),
                sighting.verification().name(),
                Double.toString(sighting.confidence()),
                sighting.rule(),
                String.valueOf(sighting.place().line()),
                sighting.snippet());
        return new Stood(use, sighting.dataset(), looks);
    }

    /** As it was written; an earlier release wrote the use alone. */
    static Stood parse(String written) {
        var parts = written.split(" ", 3);
        return parts.length == 3 && DatasetId.isValid(parts[1])
                ? new Stood(new UseId(parts[0]), new DatasetId(parts[1]), parts[2])
                : new Stood(new UseId(parts[0]), null, "");
    }

    String written() {
        return use + " " + dataset + " " + looks;
    }
}
