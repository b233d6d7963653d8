package sightings.ingest.feeds;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sightings.ingest.web.Head;

/** Reads how long an answer is fresh (RFC 9111): {@code Cache-Control: max-age} less {@code Age}. */
final class Freshness {

    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[\\s,])max-age\\s{0,3}=\\s{0,3}\"?(\\d{1,9})");

    private Freshness() {}

    /** The time for which asking again is useless, null where the server does not say. */
    static @Nullable Duration of(Head head) {
        var control = String.join(",", head.headers().getOrDefault("cache-control", java.util.List.of()));
        var maxAge = MAX_AGE.matcher(control);
        if (!maxAge.find()) {
            return null;
        }
        long age = head.header("age")
                .filter(value -> value.strip().matches("\\d{1,9}"))
                .map(value -> Long.parseLong(value.strip()))
                .orElse(0L);
        return Duration.ofSeconds(Math.max(0, Long.parseLong(maxAge.group(1)) - age));
    }
}
