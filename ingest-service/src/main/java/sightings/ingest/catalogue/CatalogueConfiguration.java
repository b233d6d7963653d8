package sightings.ingest.catalogue;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
import sightings.ingest.web.Robots;

/** One harvester for each portal, and the catalogue in memory. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    CatalogueView catalogueView(CitySettings city, TopicFollower follower, InstantSource clock) {
        var view = new CatalogueView(city.portals().stream().map(Portal::host).toList(), clock);
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
    WatcherFactory catalogueWatchers(
            CitySettings city, OutgoingHttp http, Robots robots, CatalogueView view, InstantSource clock) {
        var pages = new DatasetPages(http, robots);
        return () -> city.portals().stream()
                .map(portal -> new CatalogueWatcher(portal.host(), harvests(portal, http), pages, view, clock))
                .toList();
    }

    private static Function<LocalDate, Harvest> harvests(Portal portal, OutgoingHttp http) {
        var hosts = hosts(portal);
        var source = source(portal, http);
        return today -> new EntriesHarvest(source, new Entries(hosts, today));
    }

    private static PortalSource source(Portal portal, OutgoingHttp http) {
        var base = portal.harvestedFrom();
        var kind = portal.kind();
        if (kind == null) {
            return new FoundSource(new SourceProbe(http), base, portal.host());
        }
        return switch (kind) {
            case SOCRATA -> new PagedSource(http, PagedApi.SOCRATA, base, portal.host());
            case CKAN -> new PagedSource(http, PagedApi.CKAN, base, portal.host());
            case OPENDATASOFT -> new PagedSource(http, PagedApi.OPENDATASOFT, base, portal.host());
            case ARCGIS_HUB -> new DocumentSource(http, document(base, SourceProbe.HUB_FEED));
            case DCAT_US -> new DocumentSource(http, document(base, SourceProbe.DATA_JSON));
        };
    }

    private static URI document(URI base, String path) {
        var text = PagedApi.withoutSlash(base);
        return text.endsWith(".json") ? base : URI.create(text + path);
    }

    /** Where the catalogue is read from people link to, too: pages and API of a portal often have hosts of their own. */
    static PortalHosts hosts(Portal portal) {
        var others = new LinkedHashSet<String>(portal.hosts());
        var harvested = portal.harvestedFrom().getHost().toLowerCase(Locale.ROOT);
        boolean isName = harvested.chars().anyMatch(c -> c >= 'a' && c <= 'z') && harvested.indexOf('.') > 0;
        if (isName && !PortalGuess.isShared(harvested)) {
            others.add(harvested);
        }
        others.remove(portal.host());
        return new PortalHosts(portal.host(), List.copyOf(others));
    }
}
