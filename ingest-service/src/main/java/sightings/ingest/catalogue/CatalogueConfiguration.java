package sightings.ingest.catalogue;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sightings.city.CitySettings;
import sightings.city.CitySettings.Portal;
import sightings.event.Decoded;
import sightings.event.Topic;
import sightings.ingest.publishing.TopicFollower;
import sightings.ingest.watching.WatcherFactory;
import sightings.ingest.web.OutgoingHttp;

/** One harvester for each portal, and the catalogue in memory. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    CatalogueView catalogueView(CitySettings city, TopicFollower follower) {
        var view = new CatalogueView(city.portals().stream().map(Portal::host).toList());
        follower.follow(Topic.CATALOGUE, new TopicFollower.Listener() {
            @Override
            public void heard(@Nullable String key, Decoded decoded) {
                // What cannot be read is told apart by the projection; a dataset we cannot read finds nothing.
                if (decoded instanceof Decoded.Read read) {
                    view.apply(read.event());
                }
            }

            @Override
            public void caughtUp() {
                view.readBack();
            }
        });
        return view;
    }

    @Bean
    WatcherFactory catalogueWatchers(CitySettings city, OutgoingHttp http, CatalogueView view, InstantSource clock) {
        return () -> city.portals().stream()
                .map(portal -> new CatalogueWatcher(portal.host(), harvests(portal, http), view, clock))
                .toList();
    }

    private static Function<LocalDate, Harvest> harvests(Portal portal, OutgoingHttp http) {
        var hosts = new PortalHosts(portal.host(), portal.hosts());
        return switch (portal.kind()) {
            case SOCRATA ->
                today -> new SocrataHarvest(
                        http, portal.harvestedFrom(), portal.host(), new SocrataEntries(hosts, today));
            case DCAT_US -> today -> new DcatHarvest(http, portal.harvestedFrom(), new DcatEntries(hosts, today));
        };
    }
}
