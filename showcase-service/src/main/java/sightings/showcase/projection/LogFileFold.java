package sightings.showcase.projection;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sightings.event.CheckpointMoved;
import sightings.showcase.sources.LogFileDocument;

/**
 * Makes the document of a log file out of how far it has been read. Of the checkpoint it takes the accounting alone: what
 * else is in there is for the watcher. Pure.
 */
final class LogFileFold {

    private static final String LOGS = "log:";
    private static final String POSITION = "position";
    private static final String READ = "read";
    private static final String ACCEPTED = "accepted";
    private static final String FILTERED = "filtered.";
    private static final String REJECTED = "rejected.";
    private static final String SAMPLE = "sample.";

    private LogFileFold() {}

    /** The document; empty where the checkpoint is of something else. */
    static Optional<LogFileDocument> of(CheckpointMoved moved) {
        var state = moved.state();
        if (!moved.source().value().startsWith(LOGS) || !state.containsKey(POSITION)) {
            return Optional.empty();
        }
        var reasons = new TreeMap<String, Long>();
        var samples = new TreeMap<String, String>();
        state.forEach((name, value) -> {
            if (name.startsWith(FILTERED) || name.startsWith(REJECTED)) {
                reasons.put(name, number(value));
            } else if (name.startsWith(SAMPLE)) {
                samples.put(REJECTED + name.substring(SAMPLE.length()), value);
            }
        });
        return Optional.of(new LogFileDocument(
                moved.source(),
                state.getOrDefault("name", ""),
                Instant.ofEpochSecond(number(state.getOrDefault("changed", "0"))),
                number(state.getOrDefault(READ, "0")),
                number(state.getOrDefault(ACCEPTED, "0")),
                sum(reasons, FILTERED),
                sum(reasons, REJECTED),
                reasons,
                samples));
    }

    private static long sum(Map<String, Long> reasons, String kind) {
        return reasons.entrySet().stream()
                .filter(reason -> reason.getKey().startsWith(kind))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Nobody else writes these; whatever stands there must not stop the projection. */
    private static long number(String text) {
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
