package sightings.ingest.usage;

import java.time.Duration;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The log days of which something came lately, each by itself in every import part. A day is over a week after the last that
 * came of it: long after its salt was destroyed, which is three days at most.
 */
final class LogDays {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);

    private final KeyValueStore<String, Long> store;

    /** @param store log day and part, with when the last of it came, to the hour */
    LogDays(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    /** Something of the day came. */
    void came(String day, long now) {
        var last = store.get(day);
        if (last == null || last < now - HOUR.toMillis()) {
            store.put(day, now);
        }
    }

    /** A day that is over, if there is one. */
    @Nullable
    String over(long now) {
        try (var all = store.all()) {
            while (all.hasNext()) {
                var day = all.next();
                if (day.value < now - KEPT.toMillis()) {
                    return day.key;
                }
            }
        }
        return null;
    }

    /** Nothing is left to be done about the day. */
    void forget(String day) {
        store.delete(day);
    }
}
