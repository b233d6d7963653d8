package sightings.event;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.evidence.SourceId;

/**
 * How a source's last round went: its health, for staff. The last one stands for the source.
 *
 * @param source the source
 * @param kind what is watched
 * @param title how staff know it
 * @param state how it is
 * @param message what staff should know or do, in English; null where all is well
 * @param lastRound when the last round ended
 * @param nextRound when the next one is due
 * @param items what all rounds read so far: lines, files, posts, datasets
 * @param failures what could not be read so far
 * @param lagSeconds how old the oldest unread thing is, -1 where that cannot be known
 * @param counters the source's own numbers by name, sorted
 * @param time when it was reported
 * @param notes the message by codes, for who reads another language; null where all is well, or the message has none
 */
public record SourceReported(
        SourceId source,
        Kind kind,
        String title,
        State state,
        @Nullable String message,
        @Nullable Instant lastRound,
        @Nullable Instant nextRound,
        long items,
        long failures,
        long lagSeconds,
        Map<String, Long> counters,
        Instant time,
        @Nullable Notes notes)
        implements CheckpointEvent {

    /** What is watched. */
    public enum Kind {
        CATALOGUE,
        LOGS,
        STATISTICS,
        GITHUB,
        FEED
    }

    /** How a source is. */
    public enum State {
        /** The last round went well. */
        OK,
        /** A round is under way for the first time. */
        STARTING,
        /** It waits for a limit of the other side to pass. */
        WAITING,
        /** The last round failed; the next one tries again. */
        FAILING,
        /** It cannot work until a setting is changed. */
        NEEDS_SETTING
    }

    /** Without notes by codes. */
    public SourceReported(
            SourceId source,
            Kind kind,
            String title,
            State state,
            @Nullable String message,
            @Nullable Instant lastRound,
            @Nullable Instant nextRound,
            long items,
            long failures,
            long lagSeconds,
            Map<String, Long> counters,
            Instant time) {
        this(
                source,
                kind,
                title,
                state,
                message,
                lastRound,
                nextRound,
                items,
                failures,
                lagSeconds,
                counters,
                time,
                null);
    }

    public SourceReported {
        counters = java.util.Collections.unmodifiableMap(new TreeMap<>(counters));
    }
}
