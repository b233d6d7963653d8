package sightings.ingest.feeds;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import sightings.city.CitySettings;
import sightings.evidence.SourceId;
import sightings.ingest.watching.Watcher;
import sightings.ingest.watching.WatcherFactory;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Robots;

/** One watcher for each feed, of the settings or added by staff. */
final class FeedWatchers implements WatcherFactory {

    /** Between two articles of one feed: a site is read no faster than a person would. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final String PREFIX = "feed:";

    private final CitySettings city;
    private final OutgoingHttp http;
    private final Robots robots;
    private final InstantSource clock;

    FeedWatchers(CitySettings city, OutgoingHttp http, Robots robots, InstantSource clock) {
        this.city = city;
        this.http = http;
        this.robots = robots;
        this.clock = clock;
    }

    @Override
    public List<? extends Watcher> watchers() {
        return city.feeds().stream().map(this::watcher).toList();
    }

    /** Only http and https addresses are feeds; whether the address is a public one is checked at each request. */
    @Override
    public Optional<? extends Watcher> added(SourceId source) {
        var address = source.value().startsWith(PREFIX) ? source.value().substring(PREFIX.length()) : "";
        try {
            var uri = new URI(address);
            return address.matches("https?://.{3,2000}") && uri.getHost() != null
                    ? Optional.of(watcher(uri))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private FeedWatcher watcher(URI address) {
        return new FeedWatcher(address, city.feedsEvery(), PAUSE, http, robots, clock);
    }
}
