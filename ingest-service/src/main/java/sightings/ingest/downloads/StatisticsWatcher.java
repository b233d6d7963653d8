package sightings.ingest.downloads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.SourceNote;
import sightings.event.SourceReported;
import sightings.event.SourceReported.State;
import sightings.event.UsageCell;
import sightings.event.UsageCounted;
import sightings.evidence.Hashes;
import sightings.evidence.SourceId;
import sightings.ingest.catalogue.Datasets;
import sightings.ingest.publishing.DaySalts;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.watching.Watcher;

/**
 * Reads what a portal reports of its own use: for portals that give no logs. The file is read again when it changes. Its
 * counts stay apart from those of logs, for ever.
 */
final class StatisticsWatcher implements Watcher {

    private static final Logger log = LoggerFactory.getLogger(StatisticsWatcher.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final String PART = "file";
    private static final int TOLD = 5;

    private final String name;
    private final Path file;
    private final Datasets datasets;

    StatisticsWatcher(String name, Path file, Datasets datasets) {
        this.name = name;
        this.file = file;
        this.datasets = datasets;
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
    public RoundReport look(Checkpoints checkpoints, Outlet outlet) throws IOException {
        var before = checkpoints.of(PART).orElse(Map.of());
        if (!Files.isReadable(file)) {
            return report(before).with(State.NEEDS_SETTING, SourceNote.STATISTICS_NO_FILE.with(file));
        }
        if (!datasets.harvested()) {
            return report(before).with(State.WAITING, SourceNote.CATALOGUE_AWAITED.with());
        }
        var bytes = Files.readAllBytes(file);
        var hash = Hashes.id(HexFormat.of().formatHex(bytes));
        if (hash.equals(before.get("hash"))) {
            return report(before);
        }
        var table = StatisticsTable.read(bytes, datasets);
        table.days().forEach((day, counts) -> outlet.send(usage(day, counts)));
        var state = state(hash, table);
        outlet.commit(PART, state);
        log.info(
                "{}: {} rows read, {} days of datasets, {} rows cannot be read",
                source(),
                table.rows(),
                table.days().size(),
                table.bad().size());
        return report(state);
    }

    private static UsageCounted usage(StatisticsTable.DatasetDay day, EnumMap<AccessKind, Long> counts) {
        var cells = new ArrayList<UsageCell>();
        counts.forEach((kind, count) ->
                cells.add(new UsageCell(-1, AccessClass.PERSON, AgentClassifier.NO_TOOL, kind, count)));
        return new UsageCounted(
                day.dataset(),
                day.day(),
                UsageCounted.REPORTED,
                DaySalts.OPEN_PART,
                cells,
                -1,
                day.day().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Map<String, String> state(String hash, StatisticsTable table) {
        var state = new TreeMap<String, String>();
        state.put("hash", hash);
        state.put("rows", Long.toString(table.rows()));
        state.put("bad", Integer.toString(table.bad().size()));
        if (!table.bad().isEmpty()) {
            var first = table.bad().stream().limit(TOLD).toList();
            state.put("first", String.join("; ", first) + (table.bad().size() > TOLD ? "; ..." : ""));
        }
        return state;
    }

    private static RoundReport report(Map<String, String> state) {
        long rows = Long.parseLong(state.getOrDefault("rows", "0"));
        long bad = Long.parseLong(state.getOrDefault("bad", "0"));
        var first = state.get("first");
        return RoundReport.ok(rows, bad, EVERY)
                .with(Map.of("read", rows, "accepted", rows - bad, "rejected", bad))
                .with(State.OK, first == null ? List.of() : List.of(SourceNote.STATISTICS_BAD.with(bad, first)))
                .asTotal();
    }
}
