package sightings.event;

import java.time.Instant;
import sightings.evidence.SourceId;
import sightings.evidence.SubjectId;

/**
 * Says which thing in the wild a caller is: a site, or an application with a key. It is told once at least 5 visitors on at
 * least 3 days are behind the caller, never before.
 *
 * @param source the log that shows it
 * @param caller what stands for it in counts
 * @param about the thing, as uses are named after it
 * @param time when this was found out
 */
public record CallerNamed(SourceId source, Caller caller, SubjectId about, Instant time) implements CheckpointEvent {}
