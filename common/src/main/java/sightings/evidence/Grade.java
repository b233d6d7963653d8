package sightings.evidence;

/** How strongly a place uses a dataset, strongest first. */
public enum Grade {
    /** Code calls it. */
    USE,
    /** A text or page links it. */
    REFERENCE,
    /** Prose names it. */
    MENTION,
    /** Code that is commented out. */
    DISABLED
}
