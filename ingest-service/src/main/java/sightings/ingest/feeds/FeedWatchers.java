package sightings.ingest.feeds;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import sightings.city.CitySettings;
import sightings.ingest.watching.Watcher;
import sightings.ingest.watching.WatcherFactory;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Robots;

/** One watcher for each feed, of the settings or added by staff. */
final class FeedWatchers implements WatcherFactory {

    private static final Duration LEAST_PAUSE = Duration.ofMillis(250);
    private static final Duration MOST_PAUSE = Duration.ofSeconds(10);
    /** Of all feeds whose items are being gone through together. */
    private static final long MOST_CHARACTERS = 24L << 20;

    private final CitySettings city;
    private final FeedSource source;
    private final Articles articles;
    private final FeedPace pace;
    private final OpenRounds rounds;
    private final InstantSource clock;

    FeedWatchers(CitySettings city, OutgoingHttp http, Robots robots, InstantSource clock) {
        this.city = city;
        var turns = new HostTurns(LEAST_PAUSE, MOST_PAUSE);
        this.source = new FeedSource(http, turns, FeedLimits.DEFAULT);
        this.articles = new Articles(http, robots, turns, clock);
        this.pace = new FeedPace(city.feedsEvery());
        this.rounds = new OpenRounds(MOST_CHARACTERS, clock);
        this.clock = clock;
    }

    @Override
    public List<? extends Watcher> watchers() {
        return city.feeds().stream().map(this::watcher).toList();
    }

    /** Only http and https addresses are feeds; whether the address is a public one is checked at each request. */
    @Override
    public Optional<? extends Watcher> added(String address) {
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
        return new FeedWatcher(address, pace, source, articles, rounds, clock);
    }
}
