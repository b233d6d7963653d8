package sightings.showcase.uses;

/** Where a use stands. */
public enum UseStatus {
    /** Awaits review; staff only. */
    DISCOVERED,
    /** A story; public. */
    PUBLISHED,
    /** Not to be shown; staff only. */
    REJECTED
}
