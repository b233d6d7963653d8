package sightings.evidence;

/** How a find was made. */
public enum Method {
    /** One address holds host and id. */
    URL,
    /** Host and id stand apart in the same text. */
    HOST_AND_ID,
    /** An address that the catalogue lists as one of the dataset's. */
    LISTED_URL,
    /** The makers state it in a file for such statements, such as {@code civic.json}. */
    DECLARED,
    /** A distinctive title in prose about the portal. */
    TITLE,
    /** Staff said so. */
    STAFF
}
