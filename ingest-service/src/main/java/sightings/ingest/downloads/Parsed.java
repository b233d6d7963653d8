package sightings.ingest.downloads;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What came of reading a line. */
public sealed interface Parsed {

    /**
     * A line of the format.
     *
     * @param line what it says, good until the next line is read
     */
    record Line(LogLine line) implements Parsed {}

    /**
     * What the file says about itself, such as which columns it has.
     *
     * @param columns their names in a line as {@link LogFormat#name} takes it, without those that say nothing here; empty where it
     *     names none
     */
    record Directive(String columns) implements Parsed {}

    /**
     * No line of the format.
     *
     * @param why the reason
     */
    record Rejected(Reason why) implements Parsed {

        private static final Map<Reason, Rejected> ALL = new EnumMap<>(Reason.class);

        static {
            for (var reason : Reason.values()) {
                ALL.put(reason, new Rejected(reason));
            }
        }

        /** The same one for each reason. */
        static Rejected of(Reason why) {
            return Objects.requireNonNull(ALL.get(why));
        }
    }

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
