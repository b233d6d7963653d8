package sightings.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import sightings.dataset.DatasetId;

/**
 * Id of one find. It hashes subject, place and dataset, never a rule or catalogue version: recognising again revises it.
 *
 * @param value see {@link #of}
 */
public record SightingId(@JsonValue String value) {

    @JsonCreator
    public SightingId {}

    /** The id of the find of this dataset in this place by this subject. */
    public static SightingId of(SubjectId subject, Place place, DatasetId dataset) {
        return new SightingId(Hashes.id("sighting", subject.value(), place.url(), dataset.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
