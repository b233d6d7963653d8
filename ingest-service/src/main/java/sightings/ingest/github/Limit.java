package sightings.ingest.github;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sightings.ingest.web.Answer;

/**
 * A limit that an answer of GitHub says we have reached. Pure.
 *
 * @param secondary whether it is for all requests and not for one budget
 * @param pause how long to wait; null where GitHub does not say, or says what cannot be
 * @see <a href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub's limits</a>
 */
record Limit(boolean secondary, @Nullable Duration pause) {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MARKER_WITHIN = 4_096;

    /**
     * The limit that this answer tells of, or that the next request would meet: empty where there is none.
     *
     * @param now ours, where the answer has no date
     */
    static Optional<Limit> told(Answer<byte[]> answer, Instant now) {
        var remaining = number(answer, "x-ratelimit-remaining");
        boolean empty = remaining != null && remaining <= 0;
        boolean denied = answer.status() == 403 || answer.status() == 429;
        var retryAfter = answer.header("retry-after").orElse(null);
        var untilReset = untilReset(answer, now);
        if (denied && retryAfter != null) {
            var pause = pause(retryAfter, answer, now);
            return Optional.of(new Limit(!empty, empty ? longer(pause, untilReset) : pause));
        }
        if (empty) {
            // An answer that was given although nothing is left needs no wait where it is not said until when.
            return denied || untilReset != null ? Optional.of(new Limit(false, untilReset)) : Optional.empty();
        }
        return denied && (answer.status() == 429 || isMarked(answer))
                ? Optional.of(new Limit(true, null))
                : Optional.empty();
    }

    private static boolean isMarked(Answer<byte[]> answer) {
        var body = new String(answer.body(), 0, Math.min(answer.body().length, MARKER_WITHIN), StandardCharsets.UTF_8);
        return answer.header("gh-limited-by").isPresent()
                || body.contains("secondary rate limit")
                || body.contains("abuse detection")
                || body.contains("API rate limit exceeded");
    }

    private static @Nullable Duration pause(String retryAfter, Answer<byte[]> answer, Instant now) {
        var seconds = number(retryAfter);
        if (seconds != null) {
            return Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST.toSeconds()));
        }
        var until = date(retryAfter);
        return until == null ? null : until(until, answer, now);
    }

    private static @Nullable Duration untilReset(Answer<byte[]> answer, Instant now) {
        var reset = number(answer, "x-ratelimit-reset");
        return reset == null || reset > Instant.MAX.getEpochSecond() / 2
                ? null
                : until(Instant.ofEpochSecond(reset), answer, now);
    }

    /** How long until then by GitHub's own clock, where it tells it: ours may be off. Null where that cannot be. */
    private static @Nullable Duration until(Instant then, Answer<byte[]> answer, Instant now) {
        var server = date(answer.header("date").orElse(""));
        var wait = Duration.between(server == null ? now : server, then);
        // Both are whole seconds, cut off: the second that has begun is waited for as well.
        return wait.isNegative() || wait.compareTo(LONGEST) > 0 ? null : wait.plusSeconds(1);
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The header as a number that is not negative; null where it is none. */
    static @Nullable Long number(Answer<byte[]> answer, String header) {
        return answer.header(header).map(Limit::number).orElse(null);
    }

    private static @Nullable Long number(String text) {
        try {
            long number = Long.parseLong(text.strip());
            return number < 0 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
