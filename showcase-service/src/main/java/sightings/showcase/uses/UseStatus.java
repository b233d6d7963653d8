package sightings.showcase.uses;

/** Where a use stands. */
public enum UseStatus {
    /** Awaits review; staff only. */
    DISCOVERED,
    /** A story; public. */
    PUBLISHED,
    /** Not to be shown; staff only. */
    REJECTED,
    /** The same thing as another use, which shows its evidence; on its own it is seen by staff only. */
    MERGED
}
