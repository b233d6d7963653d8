package sightings.ingest.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightings.event.SourceNote;
import sightings.event.SourceReported;
import sightings.event.SourceReported.State;
import sightings.evidence.Said;
import sightings.evidence.SourceId;
import sightings.ingest.catalogue.Datasets;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.watching.Watcher;

/**
 * Reads what a portal reports of its own use: for portals that give no logs. The file is read again when its size or time
 * changes, and when the catalogue has got a dataset that it states. What stands in it holds, and nothing else; a file
 * that is gone or broken withdraws nothing. Its counts stay apart from those of logs, for ever.
 */
final class StatisticsWatcher implements Watcher {

    private static final Logger log = LoggerFactory.getLogger(StatisticsWatcher.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    /** Somebody may still be writing a file that changed this short a time ago. */
    private static final Duration SETTLES = Duration.ofSeconds(2);

    private static final String PART = "file";
    private static final String SIZE = "size";
    private static final String CHANGED = "changed";
    private static final String BROKEN = "broken";
    private static final String COUNT = "rows.";
    private static final String REJECTED_ROWS = "first";
    private static final String UNKNOWN_IDS = "unknown";
    private static final String OTHER_TYPES = "other";

    private final String name;
    private final Path file;
    private final Datasets datasets;
    private final InstantSource clock;
    private final StatisticsBounds bounds;
    private final StatisticsTeller teller;

    /** What the file states of ids that are not in the catalogue; null until it was read since the start. */
    private @Nullable Set<String> unknown;

    StatisticsWatcher(String name, Path file, Datasets datasets, InstantSource clock, StatisticsBounds bounds) {
        this.name = name;
        this.file = file;
        this.datasets = datasets;
        this.clock = clock;
        this.bounds = bounds;
        this.teller = new StatisticsTeller(datasets);
    }

    /** The file as it lies there. */
    private record Found(long size, Instant changed) {

        static Found at(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Found(attributes.size(), attributes.lastModifiedTime().toInstant());
        }
    }

    @Override
    public SourceId source() {
        return new SourceId("statistics:" + name);
    }

    @Override
    public SourceReported.Kind kind() {
        return SourceReported.Kind.STATISTICS;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public RoundReport look(Checkpoints checkpoints, Outlet outlet) throws IOException, InterruptedException {
        return look(checkpoints, outlet, false);
    }

    @Override
    public RoundReport lookAsked(Checkpoints checkpoints, Outlet outlet) throws IOException, InterruptedException {
        return look(checkpoints, outlet, true);
    }

    private RoundReport look(Checkpoints checkpoints, Outlet outlet, boolean asked)
            throws IOException, InterruptedException {
        var before = checkpoints.of(PART).orElse(Map.of());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return report(before).with(State.NEEDS_SETTING, SourceNote.STATISTICS_NO_FILE.with(file));
        }
        if (!datasets.harvested()) {
            return report(before).with(State.WAITING, SourceNote.CATALOGUE_AWAITED.with());
        }
        var found = Found.at(file);
        if (!asked && isAsBefore(found, before) && !hasMoreDatasets(before)) {
            return report(before);
        }
        return mayBeGrowing(found) ? report(before).after(SETTLES) : read(found, before, checkpoints, outlet);
    }

    private static boolean isAsBefore(Found found, Map<String, String> before) {
        return Long.toString(found.size()).equals(before.get(SIZE))
                && found.changed().toString().equals(before.get(CHANGED));
    }

    /** Whether the catalogue may know more of the file's datasets than when it was read. */
    private boolean hasMoreDatasets(Map<String, String> before) {
        if (!before.containsKey(COUNT + RowOutcome.NOT_IN_CATALOGUE.counter())) {
            return false;
        }
        var ids = unknown;
        return ids == null || ids.stream().anyMatch(id -> datasets.withId(id).isPresent());
    }

    private boolean mayBeGrowing(Found found) {
        var age = Duration.between(found.changed(), clock.instant());
        return !age.isNegative() && age.compareTo(SETTLES) < 0;
    }

    private RoundReport read(Found found, Map<String, String> before, Checkpoints checkpoints, Outlet outlet)
            throws IOException, InterruptedException {
        if (found.size() > bounds.bytes()) {
            return broken(found, String.format(Locale.ROOT, "more than %,d bytes", bounds.bytes()), outlet);
        }
        StatisticsTable table;
        try (var bytes = Files.newInputStream(file)) {
            table = StatisticsTable.read(bytes, datasets, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), bounds);
        }
        if (!Found.at(file).equals(found)) {
            // It was being written, so that its end may have been missing.
            return report(before).after(SETTLES);
        }
        unknown = table.unknown();
        if (table.broken().isPresent()) {
            return broken(found, table.broken().get(), outlet);
        }
        int days = teller.tell(table, checkpoints, outlet);
        var state = state(found, table.rows());
        outlet.commit(PART, state);
        log.info(
                "{}: {} rows read, {} accepted, {} rejected, {} days of datasets told",
                source(),
                table.rows().read(),
                table.rows().of(RowOutcome.ACCEPTED),
                table.rows().rejected(),
                days);
        return report(state);
    }

    private RoundReport broken(Found found, String reason, Outlet outlet) {
        log.warn("{}: the file is not read: {}", source(), reason);
        var state = state(found);
        state.put(BROKEN, reason);
        outlet.commit(PART, state);
        return report(state);
    }

    private static Map<String, String> state(Found found) {
        var state = new TreeMap<String, String>();
        state.put(SIZE, Long.toString(found.size()));
        state.put(CHANGED, found.changed().toString());
        return state;
    }

    private static Map<String, String> state(Found found, RowAccounting rows) {
        var state = state(found);
        rows.counts().forEach((counter, count) -> state.put(COUNT + counter, Long.toString(count)));
        state.put(REJECTED_ROWS, rows.rejectedExamples());
        state.put(UNKNOWN_IDS, rows.notInCatalogueExamples());
        state.put(OTHER_TYPES, rows.otherAccessExamples());
        return state;
    }

    private static RoundReport report(Map<String, String> state) {
        var broken = state.get(BROKEN);
        if (broken != null) {
            return RoundReport.failing(SourceNote.STATISTICS_BROKEN.with(broken), EVERY)
                    .asTotal();
        }
        var counters = new TreeMap<String, Long>();
        state.forEach((key, value) -> {
            if (key.startsWith(COUNT)) {
                counters.put(key.substring(COUNT.length()), Long.parseLong(value));
            }
        });
        long rejected = counters.entrySet().stream()
                .filter(counter -> counter.getKey().startsWith("rejected."))
                .mapToLong(Map.Entry::getValue)
                .sum();
        var notes = new ArrayList<Said>();
        if (rejected > 0) {
            notes.add(SourceNote.STATISTICS_BAD.with(rejected, state.getOrDefault(REJECTED_ROWS, "")));
        }
        var unknown = counters.get(RowOutcome.NOT_IN_CATALOGUE.counter());
        if (unknown != null) {
            notes.add(SourceNote.STATISTICS_UNKNOWN.with(unknown, state.getOrDefault(UNKNOWN_IDS, "")));
        }
        var other = counters.get(RowOutcome.OTHER_ACCESS.counter());
        if (other != null) {
            notes.add(SourceNote.STATISTICS_OTHER.with(other, state.getOrDefault(OTHER_TYPES, "")));
        }
        return RoundReport.ok(counters.getOrDefault("read", 0L), rejected, EVERY)
                .with(counters)
                .with(State.OK, notes)
                .asTotal();
    }
}
