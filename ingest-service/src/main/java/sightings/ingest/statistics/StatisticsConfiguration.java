package sightings.ingest.statistics;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sightings.city.CitySettings;
import sightings.ingest.catalogue.Datasets;
import sightings.ingest.watching.WatcherFactory;

/** Brings in a watcher for each statistics file of {@code city.yml}. */
@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {

    @Bean
    WatcherFactory statisticsWatchers(CitySettings city, Datasets datasets, InstantSource clock) {
        return () -> city.statistics().stream()
                .map(statistics -> new StatisticsWatcher(
                        statistics.name(), statistics.file(), datasets, clock, StatisticsBounds.USUAL))
                .toList();
    }
}
