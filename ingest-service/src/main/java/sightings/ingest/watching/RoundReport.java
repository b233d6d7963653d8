package sightings.ingest.watching;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.event.SourceReported;

/**
 * What a watcher says of one round.
 *
 * @param state how the source is
 * @param message what staff should know or do, without personal data; null where all is well
 * @param items what was read: lines, files, posts, datasets
 * @param failures what could not be read
 * @param lagSeconds how old the oldest unread thing is, -1 where that cannot be known
 * @param next how long until the next round
 * @param counters the source's own numbers by name
 * @param total whether items, failures and counters are those of all rounds so far; else they are those of this round,
 *     and are added up
 */
public record RoundReport(
        SourceReported.State state,
        @Nullable String message,
        long items,
        long failures,
        long lagSeconds,
        Duration next,
        Map<String, Long> counters,
        boolean total) {

    public RoundReport {
        counters = Collections.unmodifiableMap(new TreeMap<>(counters));
    }

    /** A round that went well, with this many items and failures of its own. */
    public static RoundReport ok(long items, long failures, Duration next) {
        return new RoundReport(SourceReported.State.OK, null, items, failures, -1, next, Map.of(), false);
    }

    /** A round that waits for a limit of the other side to pass. */
    public static RoundReport waiting(String message, Duration next) {
        return ok(0, 0, next).with(SourceReported.State.WAITING, message);
    }

    /** A round that could not read its source; for staff. */
    public static RoundReport failing(String message, Duration next) {
        return ok(0, 1, next).with(SourceReported.State.FAILING, message);
    }

    /** A source that cannot work until a setting is changed. */
    public static RoundReport needsSetting(String message, Duration next) {
        return ok(0, 0, next).with(SourceReported.State.NEEDS_SETTING, message);
    }

    /** The same with this state and message. */
    public RoundReport with(SourceReported.State newState, @Nullable String newMessage) {
        return new RoundReport(newState, newMessage, items, failures, lagSeconds, next, counters, total);
    }

    /** The same with these counters of the source's own. */
    public RoundReport with(Map<String, Long> newCounters) {
        return new RoundReport(state, message, items, failures, lagSeconds, next, newCounters, total);
    }

    /** The same with this lag. */
    public RoundReport withLagSeconds(long seconds) {
        return new RoundReport(state, message, items, failures, seconds, next, counters, total);
    }

    /** The same, where the numbers are those of all rounds so far. */
    public RoundReport asTotal() {
        return new RoundReport(state, message, items, failures, lagSeconds, next, counters, true);
    }
}
