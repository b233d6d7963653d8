package sightings.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long a feed is left alone. An active feed is read as often as the settings say; one that changes seldom, or has been
 * silent, less often, up to 48 times less and once a day. It is never read sooner than it asks, and what it asks is heeded
 * up to a week: a year is a server's setting for pictures, not a wish. Pure.
 *
 * @param every how often an active feed is read
 */
record FeedPace(Duration every) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int QUIET = 48;
    private static final int RECENT = 10;

    /**
     * The time until the next reading.
     *
     * @param published when the feed's items were published, in any order
     * @param told what the feed and its server ask for, null where they ask for nothing
     * @param now the time
     */
    Duration next(List<Instant> published, @Nullable Duration told, Instant now) {
        return longer(between(every, rhythm(published, now), slowest()), heeded(told));
    }

    /** The time until the next try after this many failures in a row: doubling, and never sooner than told. */
    Duration afterFailures(int inRow, @Nullable Duration told) {
        var doubled = every.multipliedBy(1L << Math.clamp(inRow - 1, 0, 20));
        return longer(between(every, doubled, slowest()), heeded(told));
    }

    /** A quarter of the usual time between two items, or a share of the silence where that is longer. */
    private static Duration rhythm(List<Instant> published, Instant now) {
        var recent = published.stream()
                .filter(time -> !time.isAfter(now))
                .sorted(Comparator.reverseOrder())
                .limit(RECENT)
                .toList();
        if (recent.isEmpty()) {
            return Duration.ZERO;
        }
        var silence = Duration.between(recent.getFirst(), now).dividedBy(24);
        var gaps = new ArrayList<Duration>();
        for (int i = 1; i < recent.size(); i++) {
            gaps.add(Duration.between(recent.get(i), recent.get(i - 1)));
        }
        gaps.sort(Comparator.naturalOrder());
        return gaps.isEmpty() ? silence : longer(gaps.get(gaps.size() / 2).dividedBy(4), silence);
    }

    private Duration slowest() {
        var quiet = every.multipliedBy(QUIET);
        return longer(every, quiet.compareTo(DAY) < 0 ? quiet : DAY);
    }

    /** What the feed and its server ask for, as far as it is heeded; zero for null. */
    static Duration heeded(@Nullable Duration told) {
        return between(Duration.ZERO, Objects.requireNonNullElse(told, Duration.ZERO), WEEK);
    }

    private static Duration between(Duration least, Duration value, Duration most) {
        return value.compareTo(least) < 0 ? least : value.compareTo(most) > 0 ? most : value;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
