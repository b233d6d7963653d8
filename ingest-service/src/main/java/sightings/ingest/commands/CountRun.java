package sightings.ingest.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sightings.dataset.DatasetId;
import sightings.ingest.catalogue.Datasets;
import sightings.ingest.downloads.Access;
import sightings.ingest.downloads.AgentClassifier;
import sightings.ingest.downloads.Exclusions;
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
    private final LogScan scan;
    private final VisitCounter visits;
    private final Map<DatasetId, Integer> numbers = new HashMap<>();
    private final List<DatasetId> datasets = new ArrayList<>();

    /** @param trustsLog whether what a log itself names as a dataset is one */
    CountRun(
            Datasets catalogue,
            boolean trustsLog,
            List<String> hosts,
            Profile profile,
            RobotList robots,
            Exclusions exclusions) {
        this.profile = profile;
        this.robots = robots;
        var lower = new HashSet<String>();
        hosts.forEach(host -> lower.add(host.toLowerCase(Locale.ROOT)));
        agents = new AgentClassifier(robots);
        visits = new VisitCounter(profile, Path.of(System.getProperty("java.io.tmpdir")), IN_MEMORY);
        scan = new LogScan(
                new RequestReader(catalogue, lower, trustsLog),
                agents,
                profile.methods(),
                profile.statuses(),
                exclusions,
                // By the Code, clicks of one second on one URL are one whatever else their lines say.
                !profile.equals(Profile.COUNTER_RD),
                this::add);
    }

    Optional<String> read(InputStream stored, String format, Progress progress) throws IOException {
        return scan.read(stored, format, progress::read);
    }

    /** The whole result as JSON. */
    String result() throws IOException {
        var counts = new Counts(datasets, agents.agents());
        visits.count(counts);
        double seconds = (System.nanoTime() - began) / 1e9;
        return CountJson.of(profile, robots, scan, agents, counts, seconds);
    }

    private void add(Access access) {
        var agent = access.agent();
        visits.add(
                access.visitorDay(),
                number(access.dataset()),
                access.url(),
                access.second(),
                agent.number(),
                agent.accessClass(),
                access.kind(),
                access.status(),
                access.line());
    }

    private int number(DatasetId dataset) {
        var known = numbers.get(dataset);
        if (known != null) {
            return known;
        }
        numbers.put(dataset, datasets.size());
        datasets.add(dataset);
        return datasets.size() - 1;
    }

    @Override
    public void close() throws IOException {
        visits.close();
    }
}
