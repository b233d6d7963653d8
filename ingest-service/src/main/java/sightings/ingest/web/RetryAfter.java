package sightings.ingest.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date. It is heeded up to a week: what is longer is a mistake,
 * or somebody's wish that we never come back.
 */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int DIGITS = 9;

    private RetryAfter() {}

    /** How long the server asks us to wait, at most a week; null where it does not say, zero where that time is over. */
    static @Nullable Duration of(Head head, Instant now) {
        var value = head.header("retry-after").orElse("").strip();
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            var significant = value.replaceFirst("^0+(?=.)", "");
            return significant.length() > DIGITS
                    ? LONGEST
                    : atMostLongest(Duration.ofSeconds(Long.parseLong(significant)));
        }
        var until = date(value);
        if (until == null) {
            return null;
        }
        // The server's own clock decides where it tells it: ours may be off.
        var serversNow = date(head.header("date").orElse(""));
        var wait = Duration.between(serversNow == null ? now : serversNow, until);
        return wait.isNegative() ? Duration.ZERO : atMostLongest(wait);
    }

    private static Duration atMostLongest(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static @Nullable Instant date(String value) {
        try {
            return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
