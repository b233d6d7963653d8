package sightings.ingest.github;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sweep as a checkpoint keeps it.
 *
 * @param running the sweep under way; null between two
 * @param ended when the last one ended; null where none has
 * @param done what came of the last one that ended
 */
record SweepState(@Nullable Sweep running, @Nullable Instant ended, Tally done) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What came of the last sweep, or of the first one so far. */
    Tally tally() {
        return ended == null && running != null ? running.tally() : done;
    }

    /** The same with this sweep under way. */
    SweepState at(Sweep sweep) {
        return new SweepState(sweep, ended, done);
    }

    /** Between two sweeps. */
    SweepState ended(Sweep last, Instant now) {
        return new SweepState(null, now, last.tally());
    }

    /** As a checkpoint. */
    Map<String, String> toMap() {
        var map = new TreeMap<String, String>();
        map.put("done", text(done));
        if (ended != null) {
            map.put("ended", ended.toString());
        }
        if (running != null) {
            if (running.last() != null) {
                map.put("last", running.last());
            }
            map.put("pending", JSON.writeValueAsString(running.pending()));
            map.put("page", Integer.toString(running.page()));
            map.put("pass", Integer.toString(running.pass()));
            map.put("before", Integer.toString(running.before()));
            map.put("gaveUp", Boolean.toString(running.gaveUp()));
            map.put("cuts", Integer.toString(running.cuts()));
            map.put("tally", text(running.tally()));
            map.put(
                    "seen",
                    running.seen().stream().map(hash -> Long.toString(hash, 36)).collect(Collectors.joining(" ")));
        }
        return map;
    }

    /** Reads a checkpoint. What cannot be read is as if it had never been: the sweep begins anew and loses nothing. */
    static SweepState of(Map<String, String> map, Slice.Kind kind) {
        try {
            var ended = map.containsKey("ended") ? Instant.parse(map.get("ended")) : null;
            var done = map.containsKey("done") ? tally(map.get("done")) : Tally.NONE;
            return new SweepState(map.containsKey("pending") ? sweep(map, kind) : null, ended, done);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return new SweepState(null, null, Tally.NONE);
        }
    }

    private static Sweep sweep(Map<String, String> map, Slice.Kind kind) {
        List<Slice> pending = new ArrayList<>(List.of(JSON.readValue(map.get("pending"), Slice[].class)));
        return new Sweep(
                kind,
                map.get("last"),
                pending,
                Integer.parseInt(map.getOrDefault("page", "1")),
                Integer.parseInt(map.getOrDefault("pass", "1")),
                Integer.parseInt(map.getOrDefault("before", "0")),
                Boolean.parseBoolean(map.get("gaveUp")),
                seen(map.getOrDefault("seen", "")),
                Integer.parseInt(map.getOrDefault("cuts", "0")),
                tally(map.getOrDefault("tally", text(Tally.NONE))));
    }

    private static Set<Long> seen(String text) {
        var seen = new LinkedHashSet<Long>();
        for (String hash : text.split(" ")) {
            if (!hash.isEmpty()) {
                seen.add(Long.parseLong(hash, 36));
            }
        }
        return seen;
    }

    private static String text(Tally tally) {
        return "%d %d %d %d %d %d"
                .formatted(
                        tally.asked(),
                        tally.truncated(),
                        tally.incomplete(),
                        tally.refused(),
                        tally.expected(),
                        tally.got());
    }

    private static Tally tally(String text) {
        var numbers = text.split(" ");
        if (numbers.length != 6) {
            throw new IllegalArgumentException("not a tally: " + text);
        }
        return new Tally(
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                Integer.parseInt(numbers[2]),
                Integer.parseInt(numbers[3]),
                Long.parseLong(numbers[4]),
                Long.parseLong(numbers[5]));
    }
}
