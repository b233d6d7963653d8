package sightings.local.world;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One line of an access log in combined format.
 *
 * @param time when the request was made
 * @param address who asked: an address reserved for documentation
 * @param request method, path with query, and protocol; or what was sent instead
 * @param status HTTP status
 * @param bytes size of the answer
 * @param referrer the page before, or {@code -}
 * @param agent the program that asked, or {@code -}
 */
record LogLine(Instant time, String address, String request, int status, long bytes, String referrer, String agent)
        implements Comparable<LogLine> {

    /** The portal's server keeps its log in local time. */
    static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZONE);

    static Instant time(String stamp) {
        return STAMP.parse(stamp, Instant::from);
    }

    String text() {
        return "%s - - [%s] \"%s\" %d %s \"%s\" \"%s\""
                .formatted(address, STAMP.format(time), request, status, bytes == 0 ? "-" : bytes, referrer, agent);
    }

    @Override
    public int compareTo(LogLine other) {
        int byTime = time.compareTo(other.time);
        return byTime != 0 ? byTime : text().compareTo(other.text());
    }
}
