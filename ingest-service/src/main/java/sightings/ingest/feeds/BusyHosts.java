package sightings.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The hosts that asked to be left alone, over all feeds, and until when. Of more than 1,000 the one that asked first is
 * forgotten. A restart forgets them all, on purpose: it is rare, a site that is asked once more answers 429 once more, and
 * one busy site is not worth a record in the topic for each of its answers. Safe for threads.
 */
final class BusyHosts {

    private static final int MANY = 1_000;

    private final Map<String, Instant> until = new LinkedHashMap<>();
    private final InstantSource clock;

    BusyHosts(InstantSource clock) {
        this.clock = clock;
    }

    /** The address's host asks to be left alone for this long. */
    synchronized void add(URI address, Duration time) {
        until.put(host(address), clock.instant().plus(time));
        if (until.size() > MANY) {
            until.remove(until.keySet().iterator().next());
        }
    }

    /** How long the address's host is still to be left alone; zero where it may be asked. */
    synchronized Duration left(URI address) {
        var end = until.get(host(address));
        var left = end == null ? Duration.ZERO : Duration.between(clock.instant(), end);
        if (end != null && !left.isPositive()) {
            until.remove(host(address));
        }
        return left.isPositive() ? left : Duration.ZERO;
    }

    private static String host(URI address) {
        return String.valueOf(address.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
