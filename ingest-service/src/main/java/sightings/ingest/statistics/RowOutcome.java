package sightings.ingest.statistics;

import java.util.Locale;

/** What becomes of a row of a portal's statistics. Filtered ones are well-formed, rejected ones are not. */
enum RowOutcome {
    ACCEPTED("accepted", ""),
    NOT_IN_CATALOGUE("filtered", ""),
    OTHER_ACCESS("filtered", ""),
    FIELDS("rejected", "not as many fields as the header has"),
    NOT_UTF8("rejected", "not UTF-8"),
    BAD_DATE("rejected", "the day must be written like 2026-11-23, and be in 2000 or later"),
    FUTURE("rejected", "the day is still to come"),
    BAD_KIND("rejected", "the kind must be view, download or api"),
    BAD_COUNT("rejected", "the count must be a whole number from 0 to 1,000,000,000"),
    TOO_MANY("rejected", "with earlier lines, the count is more than 1,000,000,000"),
    REPEATED("rejected", "this dataset, day and kind stand in an earlier line");

    private final String fate;
    private final String reason;

    RowOutcome(String fate, String reason) {
        this.fate = fate;
        this.reason = reason;
    }

    /** Under which name it is counted. */
    String counter() {
        return this == ACCEPTED ? fate : fate + "." + name().toLowerCase(Locale.ROOT);
    }

    boolean rejected() {
        return fate.equals("rejected");
    }

    /** What would be right, for a rejected row. */
    String reason() {
        return reason;
    }
}
