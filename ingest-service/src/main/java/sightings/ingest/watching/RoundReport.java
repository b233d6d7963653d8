package sightings.ingest.watching;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sightings.event.SourceNote;
import sightings.event.SourceReported;
import sightings.evidence.Said;

/**
 * What a watcher says of one round.
 *
 * @param state how the source is
 * @param notes what staff should know or do, without personal data; none where all is well
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
        List<Said> notes,
        long items,
        long failures,
        long lagSeconds,
        Duration next,
        Map<String, Long> counters,
        boolean total) {

    public RoundReport {
        notes = List.copyOf(notes);
        counters = Collections.unmodifiableMap(new TreeMap<>(counters));
    }

    /** A round that went well, with this many items and failures of its own. */
    public static RoundReport ok(long items, long failures, Duration next) {
        return new RoundReport(SourceReported.State.OK, List.of(), items, failures, -1, next, Map.of(), false);
    }

    /** A round that waits for a limit of the other side to pass. */
    public static RoundReport waiting(Said note, Duration next) {
        return ok(0, 0, next).with(SourceReported.State.WAITING, note);
    }

    /** A round that could not read its source; for staff. */
    public static RoundReport failing(Said note, Duration next) {
        return ok(0, 1, next).with(SourceReported.State.FAILING, note);
    }

    /** A round that could not read its source, for a technical reason. */
    public static RoundReport failing(String reason, Duration next) {
        return failing(SourceNote.ROUND_FAILED.with(reason), next);
    }

    /** A source that cannot work until a setting is changed. */
    public static RoundReport needsSetting(Said note, Duration next) {
        return ok(0, 0, next).with(SourceReported.State.NEEDS_SETTING, note);
    }

    /** What staff should know or do, in English; null where all is well. */
    public @Nullable String message() {
        return notes.isEmpty() ? null : notes.stream().map(Said::text).collect(Collectors.joining(" "));
    }

    /** The same with this state and these notes. */
    public RoundReport with(SourceReported.State newState, Said... newNotes) {
        return with(newState, List.of(newNotes));
    }

    /** The same with this state and these notes. */
    public RoundReport with(SourceReported.State newState, List<Said> newNotes) {
        return new RoundReport(newState, newNotes, items, failures, lagSeconds, next, counters, total);
    }

    /** The same with these counters of the source's own. */
    public RoundReport with(Map<String, Long> newCounters) {
        return new RoundReport(state, notes, items, failures, lagSeconds, next, newCounters, total);
    }

    /** The same, with the next round so long after it. */
    public RoundReport after(Duration pause) {
        return new RoundReport(state, notes, items, failures, lagSeconds, pause, counters, total);
    }

    /** The same with this lag. */
    public RoundReport withLagSeconds(long seconds) {
        return new RoundReport(state, notes, items, failures, seconds, next, counters, total);
    }

    /** The same, where the numbers are those of all rounds so far. */
    public RoundReport asTotal() {
        return new RoundReport(state, notes, items, failures, lagSeconds, next, counters, true);
    }
}
