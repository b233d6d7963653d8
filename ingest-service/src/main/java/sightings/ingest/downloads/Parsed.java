package sightings.ingest.downloads;

/** What came of reading a line. */
sealed interface Parsed {

    /**
     * A line of the format.
     *
     * @param line what it says
     */
    record Line(LogLine line) implements Parsed {}

    /**
     * No line of the format.
     *
     * @param why the reason
     */
    record Rejected(Reason why) implements Parsed {}

    /** Why a line is rejected. The names are those of the accounting. */
    enum Reason {
        BLANK,
        /** It ends in the middle. */
        TRUNCATED,
        /** Its request is no HTTP request. */
        BAD_REQUEST,
        BAD_DATE,
        BAD_STATUS,
        /** Longer than any line that a server writes. */
        TOO_LONG,
        NOT_THIS_FORMAT
    }
}
