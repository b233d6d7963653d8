package sightings.ingest.downloads;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sightings.city.CitySettings;
import sightings.city.CitySettings.PortalKind;
import sightings.dataset.DatasetId;
import sightings.ingest.catalogue.AddressForms;
import sightings.ingest.catalogue.DatasetTexts;
import sightings.ingest.catalogue.Datasets;
import sightings.ingest.publishing.CountingLag;
import sightings.ingest.publishing.DaySalts;
import sightings.ingest.settings.IngestSettings;
import sightings.ingest.watching.WatcherFactory;

/** Brings in a watcher for each log folder and each statistics file of {@code city.yml}. */
@Configuration(proxyBeanMethods = false)
class DownloadsConfiguration {

    @Bean
    WatcherFactory logWatchers(
            CitySettings city,
            Datasets datasets,
            DatasetTexts texts,
            DaySalts salts,
            CountingLag counting,
            IngestSettings settings,
            InstantSource clock) {
        var hosts = hosts(city);
        var demands = new DemandReader(datasets, texts, hosts);
        var secret = secret(settings);
        return () -> city.logs().stream()
                .map(logs -> new LogWatcher(
                        logs.name(),
                        new LogFolder(logs.folder(), clock),
                        lineReader(logs, datasets, demands, secret, hosts, salts, clock),
                        datasets,
                        salts,
                        new SiteObserver(LogWatcher.source(logs.name()), address(city), clock, secret),
                        new DemandTeller(LogWatcher.source(logs.name()), clock),
                        () -> counting.beyond(settings.countingBehind()),
                        clock))
                .toList();
    }

    @Bean
    LogExplainer logExplainer(CitySettings city, Datasets datasets, InstantSource clock) {
        var logs = city.logs().stream()
                .map(log -> new LogExplainer.Log(
                        log.name(), log.format(), Exclusions.of(log.exclude(), log.excludeAgents())))
                .toList();
        return new LogExplainer(logs, datasets, hosts(city), clock);
    }

    private static LineReader lineReader(
            CitySettings.Logs logs,
            Datasets datasets,
            DemandReader demands,
            InstallationSecret secret,
            Set<String> hosts,
            DaySalts salts,
            InstantSource clock) {
        try {
            LogScan.checkFormat(logs.format());
            return new LineReader(
                    logs.format(),
                    Exclusions.of(logs.exclude(), logs.excludeAgents()),
                    new RequestReader(datasets, hosts),
                    demands,
                    secret,
                    hosts,
                    salts,
                    clock);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("city.logs, " + logs.name() + ": " + e.getMessage(), e);
        }
    }

    private static InstallationSecret secret(IngestSettings settings) {
        var set = settings.secret();
        return set == null || set.isBlank()
                ? InstallationSecret.in(settings.state())
                : InstallationSecret.of(set.strip());
    }

    @Bean
    WatcherFactory statisticsWatchers(CitySettings city, Datasets datasets) {
        return () -> city.statistics().stream()
                .map(statistics -> new StatisticsWatcher(statistics.name(), statistics.file(), datasets))
                .toList();
    }

    /** Every host at which a portal answers: a log may name it in absolute request lines. */
    static Set<String> hosts(CitySettings city) {
        var hosts = new HashSet<String>();
        for (var portal : city.portals()) {
            hosts.add(portal.host());
            hosts.addAll(portal.hosts());
            hosts.add(host(portal.harvestedFrom()));
        }
        return hosts;
    }

    /** The address at the first portal that stands for a dataset whatever its name is. */
    private static Function<DatasetId, String> address(CitySettings city) {
        var portal = city.portals().getFirst();
        return dataset -> "https://" + portal.host() + path(portal.kind(), dataset) + dataset;
    }

    private static String path(@Nullable PortalKind kind, DatasetId dataset) {
        if (kind == null) {
            // Not said, but only one platform has such ids.
            return AddressForms.fourByFour(dataset.value()).isEmpty() ? "/dataset/" : "/d/";
        }
        return switch (kind) {
            case SOCRATA -> "/d/";
            case CKAN, DCAT_US -> "/dataset/";
            case ARCGIS_HUB -> "/datasets/";
            case OPENDATASOFT -> "/explore/dataset/";
        };
    }

    private static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }
}
