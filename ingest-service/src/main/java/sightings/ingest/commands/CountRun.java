package sightings.ingest.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import sightings.dataset.DatasetId;
import sightings.ingest.catalogue.Datasets;
import sightings.ingest.downloads.Access;
import sightings.ingest.downloads.AgentClassifier;
import sightings.ingest.downloads.Exclusions;
import sightings.ingest.downloads.LineBlocks;
import sightings.ingest.downloads.LogScan;
import sightings.ingest.downloads.RequestReader;
import sightings.ingest.downloads.RobotList;
import sightings.ingest.usage.Profile;
import sightings.ingest.usage.VisitCounter;

/** One run of the counting: from logs to the result. */
final class CountRun implements AutoCloseable {

    /** 32 MB. */
    private static final int IN_MEMORY = 1 << 20;

    private final long began = System.nanoTime();
    private final Profile profile;
    private final RobotList robots;
    private final AgentClassifier agents;
    private final List<LogScan> scans = new ArrayList<>();
    private final VisitCounter visits;
    private final Map<DatasetId, Integer> numbers = new ConcurrentHashMap<>();
    private final List<DatasetId> datasets = new ArrayList<>();

    /**
     * @param trustsLog whether what a log itself names as a dataset is one
     * @param clock tells which lines are of days to come
     * @param threads how many threads read
     */
    CountRun(
            Datasets catalogue,
            boolean trustsLog,
            List<String> hosts,
            Profile profile,
            RobotList robots,
            Exclusions exclusions,
            InstantSource clock,
            int threads) {
        this.profile = profile;
        this.robots = robots;
        var lower = new HashSet<String>();
        hosts.forEach(host -> lower.add(host.toLowerCase(Locale.ROOT)));
        agents = new AgentClassifier(robots);
        visits = new VisitCounter(profile, Path.of(System.getProperty("java.io.tmpdir")), IN_MEMORY);
        var first = new LogScan(
                new RequestReader(catalogue, lower, trustsLog),
                agents,
                profile.methods(),
                profile.statuses(),
                exclusions,
                clock,
                // By the Code, clicks of one second on one URL are one whatever else their lines say.
                !profile.isCounterRd(),
                adding());
        scans.add(first);
        while (scans.size() < threads) {
            scans.add(first.beside(adding()));
        }
    }

    /**
     * Reads one log to its end.
     *
     * @return what cut it short, in words; empty where it is whole
     */
    Optional<String> read(InputStream stored, String format, Progress progress) throws IOException {
        try (var log = LineBlocks.open(stored, format, progress::read)) {
            readBy(log.inOrder() ? scans.subList(0, 1) : scans, log);
            return log.trouble();
        }
    }

    /** Every thread takes the block that comes next; which one took it makes no difference to any count. */
    private static void readBy(List<LogScan> scans, LineBlocks log) throws IOException {
        try (var threads = Executors.newFixedThreadPool(scans.size())) {
            var readings = new ArrayList<Future<?>>();
            for (var scan : scans) {
                readings.add(threads.submit(() -> {
                    scan.read(log);
                    return scan;
                }));
            }
            for (var reading : readings) {
                reading.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** The whole result as JSON. */
    String result() throws IOException {
        var counts = new Counts(datasets, agents.agents());
        visits.count(counts);
        double seconds = (System.nanoTime() - began) / 1e9;
        return CountJson.of(profile, robots, scans, agents, counts, seconds);
    }

    /** What one thread does with the accesses that it finds. */
    private Consumer<Access> adding() {
        var part = visits.part();
        return access -> {
            var agent = access.agent();
            part.add(
                    access.visitorDay(),
                    number(access.dataset()),
                    access.url(),
                    access.second(),
                    agent.number(),
                    agent.accessClass(),
                    access.kind(),
                    access.status(),
                    access.line());
        };
    }

    private int number(DatasetId dataset) {
        var known = numbers.get(dataset);
        return known == null ? numbers.computeIfAbsent(dataset, this::next) : known;
    }

    private int next(DatasetId dataset) {
        synchronized (datasets) {
            datasets.add(dataset);
            return datasets.size() - 1;
        }
    }

    @Override
    public void close() throws IOException {
        visits.close();
    }
}
