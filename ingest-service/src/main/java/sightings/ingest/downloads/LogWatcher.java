package sightings.ingest.downloads;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * been read is committed with the accesses from it. A last line without line end waits for its rest. It begins when the
 * catalogue has been harvested, since before that no line could be told to ask for a dataset.
 */
final class LogWatcher implements Watcher {

    private static final Logger log = LoggerFactory.getLogger(LogWatcher.class);
    private static final Duration FOLLOWED_EVERY = Duration.ofSeconds(1);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration SALTS_DESTROYED_EVERY = Duration.ofMinutes(10);
    private static final int LINES_OF_A_STEP = 20_000;
    private static final int ACCESSES_OF_A_STEP = 1_000;
    private static final int WORTH_A_LINE = 1_000;

    private final String name;
    private final LogFolder folder;
    private final LineReader lines;
    private final Datasets datasets;
    private final DaySalts salts;
    private final SiteObserver sites;
    private final InstantSource clock;
    private long saltsLookedAt = Long.MIN_VALUE;

    LogWatcher(
            String name,
            LogFolder folder,
            LineReader lines,
            Datasets datasets,
            DaySalts salts,
            SiteObserver sites,
            InstantSource clock) {
        this.name = name;
        this.folder = folder;
        this.lines = lines;
        this.datasets = datasets;
        this.salts = salts;
        this.sites = sites;
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
        var states = states(checkpoints);
        if (!Files.isDirectory(folder.path()) || !Files.isReadable(folder.path())) {
            return total(states, FOLLOWED_EVERY.multipliedBy(10))
                    .with(State.NEEDS_SETTING, "city.logs: there is no readable folder " + folder.path());
        }
        if (!datasets.harvested()) {
            return total(states, FOLLOWED_EVERY).with(State.WAITING, "Waiting for the first harvest of the catalogue");
        }
        try {
            destroyOldSalts();
            lines.beginRound();
            sites.begin(states.values());
            return read(states, outlet);
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException();
        }
    }

    private static Map<String, FileState> states(Checkpoints checkpoints) {
        var states = new HashMap<String, FileState>();
        checkpoints.all().forEach((part, state) -> states.put(part, FileState.of(part, state)));
        return states;
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

    private RoundReport read(Map<String, FileState> states, Outlet outlet) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long before = sum(states).read();
        var look = folder.look(states);
        var unreadable = new java.util.TreeSet<>(look.unreadable());
        boolean more = false;
        Instant last = clock.instant();
        for (var found : look.files()) {
            try {
                var step = new Reading(found, states, outlet, began + ROUND.toNanos());
                states.put(found.state().part(), step.toEnd());
                more = step.more();
                last = step.lastTime();
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (IOException e) {
                // Torn or taken away while it was read; what was committed of it stays.
                unreadable.add(found.file().name());
            }
            if (more) {
                break;
            }
        }
        var report = total(states, more ? Duration.ZERO : FOLLOWED_EVERY);
        long read = report.items() - before;
        if (read >= WORTH_A_LINE) {
            log.info(
                    "{}: {} lines read in {} ms, {} so far, {} rejected",
                    source(),
                    read,
                    (System.nanoTime() - began) / 1_000_000,
                    report.items(),
                    report.failures());
        }
        var told = report.withLagSeconds(
                more ? Math.max(0, Duration.between(last, clock.instant()).toSeconds()) : 0);
        return unreadable.isEmpty()
                ? told
                : told.with(State.FAILING, "These files cannot be read: " + String.join(", ", unreadable));
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

    /** Reads one file, step by step. */
    private final class Reading {

        private final LogFolder.Found found;
        private final Map<String, FileState> states;
        private final Outlet outlet;
        private final long until;
        private final String latePart;
        private FileState state;
        private Instant lastTime = clock.instant();
        private boolean more;
        private boolean newReferrals;

        Reading(LogFolder.Found found, Map<String, FileState> states, Outlet outlet, long until) {
            this.found = found;
            this.states = states;
            this.outlet = outlet;
            this.until = until;
            this.state = found.state();
            this.latePart = "late-" + state.part();
        }

        boolean more() {
            return more;
        }

        Instant lastTime() {
            return lastTime;
        }

        FileState toEnd() throws IOException, InterruptedException {
            lines.beginFile(found.firstBytes());
            int tail = (int) Math.min(FileState.TAIL, state.position());
            try (var text = found.file().open(state.position() - tail)) {
                var cut = new Lines(
                        text,
                        state.position(),
                        text.readNBytes(tail),
                        found.file().packed());
                while (step(cut)) {
                    if (System.nanoTime() > until) {
                        more = true;
                        return state;
                    }
                }
            }
            if (found.file().packed()) {
                state = state.readFrom(found.file().size());
                outlet.commit(state.part(), state.state());
            }
            folder.done(found.file(), state.part());
            return state;
        }

        /** Reads some lines and commits them; false at the end of the file. */
        private boolean step(Lines cut) throws IOException, InterruptedException {
            int read = 0;
            int sent = 0;
            boolean line = true;
            while (read < LINES_OF_A_STEP && sent < ACCESSES_OF_A_STEP && line) {
                line = cut.next();
                if (line) {
                    read++;
                    sent += line(cut);
                }
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (read > 0) {
                state = state.readTo(cut.position(), cut.tail(), found.firstBytes());
                observeSites();
                outlet.commit(state.part(), state.state());
            }
            return line;
        }

        private int line(Lines cut) throws InterruptedException {
            if (cut.tooLong()) {
                state.accounting().rejected(Parsed.Reason.TOO_LONG);
                return 0;
            }
            var access = lines.read(cut.line(), cut.length(), latePart, state.accounting());
            if (access.isEmpty()) {
                return 0;
            }
            var event = access.get().access();
            outlet.send(event);
            lastTime = event.time();
            var site = access.get().site();
            if (site != null) {
                newReferrals |= state.referrals().add(site, event.dataset(), event.logDay(), event.visitor());
            }
            return 1;
        }

        /** In the same transaction as the position, so that each is observed once. */
        private void observeSites() {
            if (newReferrals) {
                newReferrals = false;
                states.put(state.part(), state);
                sites.news(states.values()).forEach(outlet::send);
            }
        }
    }
}
