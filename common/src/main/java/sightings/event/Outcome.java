package sightings.event;

/** How a problem statement ended. */
public enum Outcome {
    SOLVED,
    PARKED,
    OUTDATED
}
