package sightings.ingest.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sightings.ingest.web.FetchResult.Failed;
import sightings.ingest.web.FetchResult.Fetched;

/** Knows what each site asks of robots, read once a day. A site whose robots.txt cannot be read is left alone for an hour. */
public final class Robots {

    /** How sites name us in robots.txt. */
    public static final String AGENT = "Sightings";

    private static final int MAX_SITES = 500;
    private static final long MAX_BYTES = 512 * 1024;

    private final OutgoingHttp http;
    private final InstantSource clock;
    private final Map<String, Known> sites = new LinkedHashMap<>();

    /** Asks through this client. */
    public Robots(OutgoingHttp http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /** Whether the site lets us read this address. */
    public boolean allow(URI address) {
        var path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return rules(address).allow(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery());
    }

    private RobotsRules rules(URI address) {
        var site = address.getScheme() + "://" + address.getRawAuthority();
        var known = known(site);
        if (known == null || known.until().isBefore(clock.instant())) {
            // Outside the lock: a site that is slow to tell its rules holds up nobody else.
            known = read(site);
            keep(site, known);
        }
        return known.rules();
    }

    private synchronized @Nullable Known known(String site) {
        return sites.get(site);
    }

    private synchronized void keep(String site, Known known) {
        sites.remove(site);
        sites.put(site, known);
        if (sites.size() > MAX_SITES) {
            sites.remove(sites.keySet().iterator().next());
        }
    }

    private Known read(String site) {
        var now = clock.instant();
        var day = now.plus(Duration.ofDays(1));
        try {
            var request = FetchRequest.of(URI.create(site + "/robots.txt")).within(MAX_BYTES, Duration.ofSeconds(15));
            return switch (http.fetch(request)) {
                case Fetched<byte[]> fetched ->
                    new Known(RobotsRules.parse(new String(fetched.body(), StandardCharsets.UTF_8), AGENT), day);
                case Failed<byte[]> failed
                when failed.status() / 100 == 4 || failed.status() / 100 == 2 -> new Known(RobotsRules.ALLOW_ALL, day);
                default -> new Known(RobotsRules.ALLOW_NOTHING, now.plus(Duration.ofHours(1)));
            };
        } catch (IllegalArgumentException e) {
            return new Known(RobotsRules.ALLOW_NOTHING, day);
        }
    }

    private record Known(RobotsRules rules, Instant until) {}
}
