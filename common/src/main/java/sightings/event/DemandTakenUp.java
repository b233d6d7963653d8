package sightings.event;

import java.time.Instant;

/**
 * Staff want to see again that visitors ask for this: setting it aside is undone.
 *
 * @param kind how visitors ask for it
 * @param what what they ask for
 * @param by who said so
 * @param time when
 */
public record DemandTakenUp(DemandSeen.Kind kind, String what, PersonId by, Instant time)
        implements DemandInstruction {}
