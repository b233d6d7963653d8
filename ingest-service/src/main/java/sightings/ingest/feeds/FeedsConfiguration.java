package sightings.ingest.feeds;

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

    @Bean
    WatcherFactory feedWatchers(CitySettings city, OutgoingHttp http, Robots robots, InstantSource clock) {
        return new FeedWatchers(city, http, robots, clock);
    }
}
