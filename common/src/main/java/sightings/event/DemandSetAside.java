package sightings.event;

import java.time.Instant;

/**
 * Staff do not want to see any more that visitors ask for this.
 *
 * @param kind how visitors ask for it
 * @param what what they ask for
 * @param by who said so
 * @param time when
 */
public record DemandSetAside(DemandSeen.Kind kind, String what, PersonId by, Instant time)
        implements DemandInstruction {}
