package sightings.ingest.feeds;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How often a feed says it changes: RSS {@code ttl}, and {@code sy:updatePeriod} with {@code sy:updateFrequency}. */
final class UpdatePeriod {

    private static final Duration MOST = Duration.ofDays(366);

    private @Nullable Duration period;
    private int times = 1;

    /** Takes {@code hourly}, {@code daily}, {@code weekly}, {@code monthly} or {@code yearly}; nothing else. */
    void named(String text) {
        period = switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly" -> Duration.ofDays(7);
            case "monthly" -> Duration.ofDays(30);
            case "yearly" -> Duration.ofDays(365);
            default -> period;
        };
    }

    /** Takes how often it changes within the period. */
    void times(String text) {
        times = number(text) < 1 ? 1 : number(text);
    }

    /** The time between two changes, null where the feed names no period. */
    @Nullable
    Duration duration() {
        return period == null ? null : period.dividedBy(times);
    }

    /** The time of a {@code ttl}, null where it is none. */
    static @Nullable Duration minutes(String text) {
        int minutes = number(text);
        var time = Duration.ofMinutes(minutes);
        return minutes < 1 ? null : time.compareTo(MOST) > 0 ? MOST : time;
    }

    private static int number(String text) {
        var stripped = text.strip();
        return stripped.matches("\\d{1,9}") ? Integer.parseInt(stripped) : -1;
    }
}
