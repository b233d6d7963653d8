package sightings.ingest.usage;

import sightings.event.AccessClass;

/** Names of the numbers that a dataset's day is made of: what visits give to it, and its keys in the store of counts. */
final class DayKey {

    /** Before a cell: how often it was counted. */
    static final String CELL = "c\t";

    /** Before hour and class: sessions with an investigation. */
    static final String INVESTIGATED = "i\t";

    /** Before hour and class: sessions with a request. */
    static final String REQUESTED = "r\t";

    /** Before lists of robots and tools: how many visits were told by them. */
    static final String LISTS = "l\t";

    /** Before a caller: how often it called. */
    static final String CALLS = "f\t";

    /** Before a caller: its distinct visitors. */
    static final String CALLING = "g\t";

    /** Callers that are followed. */
    static final String CALLERS = "h";

    /** Distinct visitors. */
    static final String VISITORS = "n";

    private DayKey() {}

    static String lists(String version) {
        return LISTS + version.replace('\n', ' ');
    }

    static String session(String what, String hour, AccessClass accessClass) {
        return what + hour + '\t' + accessClass;
    }
}
