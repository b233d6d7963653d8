package sightings.ingest.github;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sightings.city.CitySettings;
import sightings.ingest.catalogue.CatalogueView;
import sightings.ingest.watching.WatcherFactory;
import sightings.ingest.web.OutgoingHttp;

/** The one watcher of GitHub. */
@Configuration(proxyBeanMethods = false)
class GitHubConfiguration {

    @Bean
    WatcherFactory gitHubWatchers(CitySettings city, OutgoingHttp http, CatalogueView catalogue, InstantSource clock) {
        var hosts = city.portals().stream()
                .flatMap(portal -> Stream.concat(Stream.of(portal.host()), portal.hosts().stream()))
                .distinct()
                .toList();
        var github = city.github();
        return () -> List.of(new GitHubWatcher(
                hosts,
                () -> TellingIds.of(catalogue.current().datasets()),
                github.address().toString(),
                github.web().toString(),
                github.token(),
                github.every(),
                http::exchange,
                clock,
                System::nanoTime));
    }
}
