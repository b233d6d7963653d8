package sightings.event;

import java.time.Instant;
import sightings.evidence.SourceId;

/**
 * Staff want a paused source to be watched again.
 *
 * @param source the source
 * @param by who asked
 * @param time when
 */
public record SourceResumed(SourceId source, PersonId by, Instant time) implements SourceInstruction {}
