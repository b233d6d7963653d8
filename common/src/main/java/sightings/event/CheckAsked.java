package sightings.event;

import java.time.Instant;
import sightings.evidence.SourceId;

/**
 * Staff want a source to be looked at now. One that was looked at since is not looked at again for it.
 *
 * @param source the source
 * @param by who asked
 * @param time when
 */
public record CheckAsked(SourceId source, PersonId by, Instant time) implements SourceInstruction {

    @Override
    public String subject() {
        return "check/" + source();
    }
}
