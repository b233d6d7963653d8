package sightings.evidence;

/** What confirms that a find means this dataset, strongest first. */
public enum Verification {
    /** The whole address stands in the catalogue. */
    LISTED,
    /** Host and id both stand in the catalogue. */
    HOST_AND_ID,
    /** The id stands in the catalogue and only there; the host is that of a library or another site. */
    ID_ONLY,
    /** Only the title stands in the catalogue. */
    TITLE_ONLY,
    /** A person stated it. */
    STATED
}
