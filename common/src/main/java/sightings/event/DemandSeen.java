package sightings.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import sightings.evidence.SourceId;

/**
 * Visitors of a portal ask for something that its catalogue does not have. It is told only once at least 5 visitors on at
 * least 3 days are behind it; the last one about the same thing stands, and nothing of a single person is ever in it.
 *
 * @param source the log that shows it
 * @param kind how they ask
 * @param what the key in the address, at most 100 characters, or the words of the search, at most 60; both in small letters
 * @param visitorsAtLeast how many visitors, rounded down to 5, 10, 20 or 50; who comes back on another day counts again
 * @param firstDay first day on which somebody asked, UTC
 * @param lastDay last day on which somebody asked, UTC
 * @param time when this was found out
 */
public record DemandSeen(
        SourceId source,
        Kind kind,
        String what,
        int visitorsAtLeast,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant time)
        implements CheckpointEvent {

    /** How people ask for what is not there. */
    public enum Kind {
        /** By an address of a dataset that was answered with 404 or 410. */
        ADDRESS,
        /** By a search for words that no dataset of the catalogue has together. */
        SEARCH
    }

    /** What stands for the thing asked for, whichever log shows it. */
    public static String about(Kind kind, String what) {
        return "demand/" + kind.name().toLowerCase(Locale.ROOT) + "/" + what;
    }
}
