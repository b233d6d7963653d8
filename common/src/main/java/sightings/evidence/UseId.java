package sightings.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Id of the thing in the wild. All sightings of the same subject carry it.
 *
 * @param value hash of the subject, see {@link #of(SubjectId)}
 */
public record UseId(@JsonValue String value) {

    @JsonCreator
    public UseId {}

    /** The id of the use that this subject is. */
    public static UseId of(SubjectId subject) {
        return new UseId(Hashes.id("use", subject.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
