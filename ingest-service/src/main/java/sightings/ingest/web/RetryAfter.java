package sightings.ingest.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {

    private RetryAfter() {}

    /** How long the server asks us to wait; null where it does not say, zero where that time is over. */
    static @Nullable Duration of(Head head, Instant now) {
        var value = head.header("retry-after").orElse("").strip();
        if (!value.isEmpty() && value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        var until = date(value);
        if (until == null) {
            return null;
        }
        // The server's own clock decides where it tells it: ours may be off.
        var serversNow = date(head.header("date").orElse(""));
        var wait = Duration.between(serversNow == null ? now : serversNow, until);
        return wait.isNegative() ? Duration.ZERO : wait;
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
