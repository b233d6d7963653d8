package sightings.ingest.feeds;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sightings.city.CitySettings;
import sightings.ingest.watching.WatcherFactory;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Robots;

/** One watcher for each feed. They take turns at each host. */
@Configuration(proxyBeanMethods = false)
class FeedsConfiguration {

    private static final Duration LEAST_PAUSE = Duration.ofMillis(250);
    private static final Duration MOST_PAUSE = Duration.ofSeconds(10);

    @Bean
    WatcherFactory feedWatchers(CitySettings city, OutgoingHttp http, Robots robots, InstantSource clock) {
        var turns = new HostTurns(LEAST_PAUSE, MOST_PAUSE);
        var source = new FeedSource(http, turns, FeedLimits.DEFAULT);
        var articles = new Articles(http, robots, turns);
        var pace = new FeedPace(city.feedsEvery());
        return () -> city.feeds().stream()
                .map(feed -> new FeedWatcher(feed, pace, source, articles, clock))
                .toList();
    }
}
