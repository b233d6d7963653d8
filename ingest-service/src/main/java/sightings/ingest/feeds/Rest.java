package sightings.ingest.feeds;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightings.event.SourceReported;
import sightings.evidence.Said;
import sightings.ingest.watching.RoundReport;

/**
 * Until when a feed is left alone, and how it stands meanwhile: kept over restarts.
 *
 * @param due when it is its turn again at our pace
 * @param allowed when the feed and its server let it be asked, be it that staff want it
 * @param state as it was told last
 * @param notes as they were told last
 */
record Rest(Instant due, Instant allowed, SourceReported.State state, List<Said> notes) {

    private static final String NOTE = "note-";

    Rest {
        notes = List.copyOf(notes);
    }

    /**
     * The rest after this round.
     *
     * @param told how long the feed and its server ask to be left alone
     */
    static Rest after(RoundReport report, Duration told, Instant now) {
        return new Rest(now.plus(report.next()), now.plus(told), report.state(), report.notes());
    }

    /** From a checkpoint; null where none is in it. Of one without more than a due time nothing is allowed before. */
    static @Nullable Rest of(Map<String, String> state) {
        var due = time(state.get("due"));
        if (due == null) {
            return null;
        }
        var allowed = time(state.get("allowed"));
        return new Rest(due, Objects.requireNonNullElse(allowed, due), state(state.get("state")), notes(state));
    }

    /** With what else is in the checkpoint. */
    Map<String, String> toMap(FeedState feed) {
        var map = new TreeMap<>(feed.dueAt(due).toMap());
        map.put("allowed", allowed.toString());
        map.put("state", state.name());
        for (int i = 0; i < notes.size(); i++) {
            var note = notes.get(i);
            map.put(
                    NOTE + i,
                    String.join(
                            "\n",
                            Stream.concat(Stream.of(note.code(), note.text()), note.arguments().stream())
                                    .map(line -> line.replace('\n', ' '))
                                    .toList()));
        }
        return map;
    }

    private static List<Said> notes(Map<String, String> state) {
        var notes = new ArrayList<Said>();
        for (var written = state.get(NOTE + 0); written != null; written = state.get(NOTE + notes.size())) {
            var lines = List.of(written.split("\n", -1));
            notes.add(new Said(
                    lines.getFirst(),
                    lines.subList(Math.min(2, lines.size()), lines.size()),
                    lines.get(Math.min(1, lines.size() - 1))));
        }
        return notes;
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
