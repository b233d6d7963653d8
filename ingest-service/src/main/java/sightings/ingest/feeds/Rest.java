package sightings.ingest.feeds;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.event.SourceReported;
import sightings.ingest.watching.RoundReport;

/**
 * Until when a feed is left alone, and how it stands meanwhile: kept over restarts.
 *
 * @param due when it is its turn again at our pace
 * @param allowed when the feed and its server let it be asked, be it that staff want it
 * @param state as it was told last
 * @param message as it was told last
 */
record Rest(
        Instant due,
        Instant allowed,
        SourceReported.State state,
        @Nullable String message) {

    /**
     * The rest after this round.
     *
     * @param told how long the feed and its server ask to be left alone
     */
    static Rest after(RoundReport report, Duration told, Instant now) {
        return new Rest(now.plus(report.next()), now.plus(told), report.state(), report.message());
    }

    /** From a checkpoint; null where none is in it. Of one without more than a due time nothing is allowed before. */
    static @Nullable Rest of(Map<String, String> state) {
        var due = time(state.get("due"));
        if (due == null) {
            return null;
        }
        var allowed = time(state.get("allowed"));
        return new Rest(due, Objects.requireNonNullElse(allowed, due), state(state.get("state")), state.get("message"));
    }

    /** With what else is in the checkpoint. */
    Map<String, String> toMap(FeedState feed) {
        var map = new TreeMap<>(feed.dueAt(due).toMap());
        map.put("allowed", allowed.toString());
        map.put("state", state.name());
        if (message != null) {
            map.put("message", message);
        }
        return map;
    }

    private static SourceReported.State state(@Nullable String name) {
        for (var state : SourceReported.State.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return SourceReported.State.OK;
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
