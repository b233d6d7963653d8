package sightings.evidence;

/** How a find was made. */
public enum Method {
    /** One address holds host and id. */
    URL,
    /** Host and id stand apart in the same text. */
    HOST_AND_ID,
    /** An address that the catalogue lists as one of the dataset's. */
    LISTED_URL,
    /** Staff said so. */
    STAFF
}
