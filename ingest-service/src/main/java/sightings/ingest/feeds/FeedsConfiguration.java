package sightings.ingest.feeds;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sightings.city.CitySettings;
import sightings.ingest.watching.WatcherFactory;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Robots;

/** One watcher for each feed. */
@Configuration(proxyBeanMethods = false)
class FeedsConfiguration {

    /** Between two articles of one feed: a site is read no faster than a person would. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Bean
    WatcherFactory feedWatchers(CitySettings city, OutgoingHttp http, Robots robots, InstantSource clock) {
        return () -> city.feeds().stream()
                .map(feed -> new FeedWatcher(feed, city.feedsEvery(), PAUSE, http, robots, clock))
                .toList();
    }
}
