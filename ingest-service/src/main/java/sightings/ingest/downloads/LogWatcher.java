package sightings.ingest.downloads;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightings.event.SourceNote;
import sightings.event.SourceReported;
import sightings.event.SourceReported.State;
import sightings.evidence.SourceId;
import sightings.ingest.catalogue.Datasets;
import sightings.ingest.publishing.DaySalts;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.watching.Watcher;

/**
 * Reads all access logs of a folder and follows the one that grows. Each line is read exactly once: how far a file has
 * been read is committed with the accesses from it. A last line without line end waits for its rest. Lines that were deleted
 * unread are missed and said. It begins when the catalogue has been harvested, since before that no line could be told to ask for a dataset,
 * and pauses while the counting is far behind, since accesses are kept for some days only.
 */
final class LogWatcher implements Watcher {

    private static final Logger log = LoggerFactory.getLogger(LogWatcher.class);
    private static final Duration FOLLOWED_EVERY = Duration.ofSeconds(1);
    private static final Duration PAUSED = Duration.ofSeconds(30);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration SALTS_DESTROYED_EVERY = Duration.ofMinutes(10);
    private static final Duration LOSS_TOLD = Duration.ofDays(7);
    private static final int MOST_NAMES = 10;
    private static final int WORTH_A_LINE = 1_000;

    private final String name;
    private final Following following;
    private final KnownFiles files = new KnownFiles();
    private final LineReader lines;
    private final Datasets datasets;
    private final DaySalts salts;
    private final SiteObserver sites;
    private final DemandTeller demands;
    private final Backlog backlog;
    private final InstantSource clock;
    private long saltsLookedAt = Long.MIN_VALUE;

    LogWatcher(
            String name,
            LogFolder folder,
            LineReader lines,
            Datasets datasets,
            DaySalts salts,
            SiteObserver sites,
            DemandTeller demands,
            Backlog backlog,
            InstantSource clock) {
        this.name = name;
        this.following = new Following(folder, clock);
        this.lines = lines;
        this.datasets = datasets;
        this.salts = salts;
        this.sites = sites;
        this.demands = demands;
        this.backlog = backlog;
        this.clock = clock;
    }

    @Override
    public SourceId source() {
        return source(name);
    }

    static SourceId source(String name) {
        return new SourceId("log:" + name);
    }

    @Override
    public SourceReported.Kind kind() {
        return SourceReported.Kind.LOGS;
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
        var states = files.states(checkpoints);
        if (!Files.isDirectory(following.folder()) || !Files.isReadable(following.folder())) {
            return total(states, FOLLOWED_EVERY.multipliedBy(10))
                    .with(State.NEEDS_SETTING, SourceNote.LOGS_NO_FOLDER.with(following.folder()));
        }
        var behind = backlog.tooMuch();
        if (behind.isPresent()) {
            return total(states, PAUSED)
                    .withLagSeconds(behind.get().toSeconds())
                    .with(
                            State.WAITING,
                            SourceNote.LOGS_PAUSED.with(behind.get().toHours()));
        }
        if (!datasets.harvested()) {
            return total(states, FOLLOWED_EVERY).with(State.WAITING, SourceNote.CATALOGUE_AWAITED.with());
        }
        boolean whole = false;
        try {
            destroyOldSalts();
            lines.beginRound();
            demands.begin(files.together().demands());
            var report = read(states, checkpoints, outlet);
            whole = true;
            return report;
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException();
        } finally {
            if (!whole) {
                files.forget();
            }
        }
    }

    private void destroyOldSalts() throws InterruptedException {
        long now = System.nanoTime();
        if (saltsLookedAt == Long.MIN_VALUE || now - saltsLookedAt > SALTS_DESTROYED_EVERY.toNanos()) {
            int destroyed = salts.destroyDue();
            saltsLookedAt = now;
            if (destroyed > 0) {
                log.info("{}: {} log days are closed and their salts destroyed", source(), destroyed);
            }
        }
    }

    private RoundReport read(Map<String, FileState> states, Checkpoints checkpoints, Outlet outlet)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        long before = sum(states).read();
        var memory = FolderMemory.of(checkpoints.of(FolderMemory.PART).orElse(null));
        Following.Round round;
        boolean over;
        Instant lastTime;
        try (var taker =
                new AccessTaker(lines, sites, demands, files, outlet, began + ROUND.toNanos(), clock.instant())) {
            round = following.look(states, memory, taker);
            over = taker.isOver();
            lastTime = taker.lastTime();
        }
        round.losses()
                .forEach(loss -> log.warn(
                        "{}: lines may be missing: {} is gone, {} bytes of it unread, and what was written after {}",
                        source(),
                        loss.name(),
                        loss.bytes(),
                        loss.after()));
        boolean more = over && round.left() > 0;
        var report = total(files.states(checkpoints), more ? Duration.ZERO : FOLLOWED_EVERY);
        long read = report.items() - before;
        var time = Duration.ofNanos(System.nanoTime() - began);
        if (read >= WORTH_A_LINE) {
            log.info(
                    "{}: {} lines read in {} ms, {} so far, {} rejected",
                    source(),
                    read,
                    time.toMillis(),
                    report.items(),
                    report.failures());
        }
        var told = report.withLagSeconds(
                more ? Math.max(0, Duration.between(lastTime, clock.instant()).toSeconds()) : 0);
        var progress = new ImportProgress(round.taken(), read, time, round.left(), round.filesLeft());
        return told(told, round, more ? progress : null);
    }

    /** With what staff should know, the gravest first. */
    private RoundReport told(RoundReport report, Following.Round round, @Nullable ImportProgress progress) {
        var counters = new HashMap<>(report.counters());
        var memory = round.memory();
        if (memory.losses() > 0) {
            counters.put("losses", memory.losses());
            counters.put("lost_bytes", memory.lostBytes());
        }
        if (progress != null) {
            counters.putAll(progress.counters());
        }
        var counted = report.with(counters);
        if (!round.unreadable().isEmpty()) {
            return counted.with(State.FAILING, SourceNote.LOGS_UNREADABLE.with(names(round.unreadable())));
        }
        if (!round.unclear().isEmpty()) {
            return counted.with(State.NEEDS_SETTING, SourceNote.LOGS_UNCLEAR.with(names(round.unclear())));
        }
        if (memory.losses() > 0
                && Instant.ofEpochSecond(memory.lastSeen()).plus(LOSS_TOLD).isAfter(clock.instant())) {
            return counted.with(State.OK, SourceNote.LOGS_LOST.with(memory.last()));
        }
        return progress == null ? counted : counted.with(State.OK, progress.note());
    }

    private static String names(List<String> files) {
        return files.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (files.size() > MOST_NAMES ? ", … (" + files.size() + ")" : "");
    }

    private static Accounting sum(Map<String, FileState> states) {
        var sum = new Accounting();
        states.values().forEach(state -> sum.add(state.accounting()));
        return sum;
    }

    private static RoundReport total(Map<String, FileState> states, Duration next) {
        var sum = sum(states);
        var counters = new HashMap<>(sum.counts());
        counters.put("files", (long) states.size());
        return RoundReport.ok(sum.read(), sum.rejectedLines(), next)
                .with(counters)
                .asTotal();
    }
}
