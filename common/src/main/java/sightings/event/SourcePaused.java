package sightings.event;

import java.time.Instant;
import sightings.evidence.SourceId;

/**
 * Staff want a source to be left alone until they say otherwise.
 *
 * @param source the source
 * @param by who asked
 * @param time when
 */
public record SourcePaused(SourceId source, PersonId by, Instant time) implements SourceInstruction {}
