package sightings.ingest.downloads;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sightings.city.CitySettings;
import sightings.city.CitySettings.PortalKind;
import sightings.city.WrongCityValue;
import sightings.dataset.DatasetId;
import sightings.ingest.catalogue.AddressForms;
import sightings.ingest.catalogue.DatasetTexts;
import sightings.ingest.catalogue.Datasets;
import sightings.ingest.publishing.CountingLag;
import sightings.ingest.publishing.DaySalts;
import sightings.ingest.settings.IngestSettings;
import sightings.ingest.watching.WatcherFactory;

/** Brings in a watcher for each log folder of {@code city.yml}. */
@Configuration(proxyBeanMethods = false)
class DownloadsConfiguration {

    private static final String ROBOTS = "city.counting.robots";

    /** Who walks the web by itself: what the city says, or else what was brought in when the program was built. */
    @Bean
    RobotList robotList(CitySettings city) {
        var file = city.counting().robots();
        try {
            return file == null ? RobotList.bundled() : RobotList.read(file);
        } catch (NoSuchFileException e) {
            throw new WrongCityValue(ROBOTS, "there is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw new WrongCityValue(ROBOTS, "this service may not read " + file, e);
        } catch (IOException e) {
            throw new WrongCityValue(ROBOTS, file + " is no list of robots", e);
        }
    }

    @Bean
    WatcherFactory logWatchers(
            CitySettings city,
            RobotList robots,
            Datasets datasets,
            DatasetTexts texts,
            DaySalts salts,
            CountingLag counting,
            IngestSettings settings,
            InstantSource clock) {
        var hosts = hosts(city);
        var demands = new DemandReader(datasets, texts, hosts);
        var secret = secret(settings);
        return () -> logs(city).stream()
                .map(logs -> new LogWatcher(
                        logs.name(),
                        new LogFolder(logs.folder(), clock),
                        lineReader(logs, robots, datasets, demands, secret, hosts, salts, clock),
                        datasets,
                        salts,
                        new SiteObserver(LogWatcher.source(logs.name()), address(city), clock, secret),
                        new DemandTeller(LogWatcher.source(logs.name()), clock),
                        () -> counting.beyond(settings.countingBehind()),
                        clock))
                .toList();
    }

    @Bean
    LogExplainer logExplainer(CitySettings city, RobotList robots, Datasets datasets, InstantSource clock) {
        var logs = logs(city).stream()
                .map(log -> new LogExplainer.Log(
                        log.name(), log.format(), Exclusions.of(log.exclude(), log.excludeAgents())))
                .toList();
        return new LogExplainer(logs, robots, datasets, hosts(city), clock);
    }

    /** The logs of the settings, of which each can be read. */
    private static List<CitySettings.Logs> logs(CitySettings city) {
        for (int i = 0; i < city.logs().size(); i++) {
            var logs = city.logs().get(i);
            var key = "city.logs[" + i + "].";
            check(key + "format", () -> LogScan.checkFormat(logs.format()));
            check(key + "exclude", () -> Exclusions.of(logs.exclude(), logs.excludeAgents()));
        }
        return city.logs();
    }

    private static void check(String key, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw new WrongCityValue(key, Objects.requireNonNullElse(e.getMessage(), "cannot be used"), e);
        }
    }

    static LineReader lineReader(
            CitySettings.Logs logs,
            RobotList robots,
            Datasets datasets,
            DemandReader demands,
            InstallationSecret secret,
            Set<String> hosts,
            DaySalts salts,
            InstantSource clock) {
        return new LineReader(
                logs.format(),
                Exclusions.of(logs.exclude(), logs.excludeAgents()),
                robots,
                new RequestReader(datasets, hosts),
                demands,
                secret,
                hosts,
                salts,
                clock);
    }

    private static InstallationSecret secret(IngestSettings settings) {
        var set = settings.secret();
        return set == null || set.isBlank()
                ? InstallationSecret.in(settings.state())
                : InstallationSecret.of(set.strip());
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
