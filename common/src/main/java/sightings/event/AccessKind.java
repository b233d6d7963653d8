package sightings.event;

/** What was asked of a dataset. */
public enum AccessKind {
    /** Its page was looked at. */
    VIEW,
    /** Its data was fetched as a file. */
    DOWNLOAD,
    /** Its data was queried. */
    API
}
