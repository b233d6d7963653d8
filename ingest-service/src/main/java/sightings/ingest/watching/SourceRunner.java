package sightings.ingest.watching;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightings.event.Notes;
import sightings.event.SourceNote;
import sightings.event.SourceReported;
import sightings.event.SourceReported.State;

/**
 * Makes the rounds of one source in a thread of its own, for as long as this instance owns it. A round that fails is
 * tried again, each time a little later; a channel that breaks is opened anew, and reading goes on where the broker says
 * it stopped.
 */
class SourceRunner {

    private static final Logger log = LoggerFactory.getLogger(SourceRunner.class);

    private static final Duration LONG = Duration.ofHours(1);

    private final Watcher watcher;
    private final Channels channels;
    private final InstantSource clock;
    private final Pace pace;
    private final Attention attention;
    private volatile @Nullable SourceReported latest;
    private @Nullable Tenure tenure;
    private @Nullable Thread former;
    private @Nullable SourceReported sent;
    private @Nullable Instant lookedAt;
    private long sentAt;
    private int failedInRow;

    SourceRunner(Watcher watcher, Channels channels, InstantSource clock, Pace pace, Attention attention) {
        this.watcher = watcher;
        this.attention = attention;
        this.channels = channels;
        this.clock = clock;
        this.pace = pace;
    }

    Watcher watcher() {
        return watcher;
    }

    /** What was last known of the source here; null before its first round. */
    @Nullable
    SourceReported latest() {
        return latest;
    }

    /** Whether staff want it to be left alone. */
    boolean paused() {
        return attention.paused();
    }

    /** Whether this instance makes the source's rounds. */
    synchronized boolean running() {
        return tenure != null;
    }

    /** Begins the rounds; does nothing where they are under way. */
    synchronized void start() {
        if (tenure == null) {
            tenure = new Tenure(former);
            tenure.thread.start();
        }
    }

    /** Ends the rounds, as soon as the watcher heeds the interrupt. */
    synchronized void stop() {
        if (tenure != null) {
            tenure.over = true;
            tenure.thread.interrupt();
            former = tenure.thread;
            tenure = null;
        }
    }

    /** Waits for the last round to have ended. */
    void awaitEnd(Duration patience) throws InterruptedException {
        Thread ending;
        synchronized (this) {
            ending = former;
        }
        if (ending != null) {
            ending.join(patience);
        }
    }

    /** One stretch of time in which the source is ours. The next one waits until this one's thread has ended. */
    private final class Tenure {

        private final Thread thread;
        private volatile boolean over;

        Tenure(@Nullable Thread before) {
            thread = Thread.ofVirtual().name("source-" + watcher.source()).unstarted(() -> {
                try {
                    if (before != null) {
                        before.join();
                    }
                    own(this);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        boolean ended() {
            return over || Thread.currentThread().isInterrupted();
        }
    }

    private void own(Tenure tenure) throws InterruptedException {
        while (!tenure.ended()) {
            try (var channel = channels.open(watcher.source())) {
                takeOver(channel);
                makeRounds(channel, tenure);
            } catch (SourceLostException e) {
                log.info("{}; it is taken back if it is still ours", e.getMessage());
                failedInRow++;
                Thread.sleep(pace.afterFailures(failedInRow));
            } catch (RuntimeException e) {
                if (tenure.ended()) {
                    return;
                }
                failedInRow++;
                log.warn("{}: its channel failed, opening it anew", watcher.source(), e);
                note(report(
                        RoundReport.failing(SourceNote.NOT_TAKEN.with(reason(e)), pace.afterFailures(failedInRow))));
                Thread.sleep(pace.afterFailures(failedInRow));
            }
        }
    }

    private void takeOver(Channel channel) {
        var before = channel.lastReport().orElse(null);
        if (before != null) {
            latest = before;
            // Another owner may have answered what was asked; a round that was asked for is always reported.
            lookedAt = lookedAt == null || before.time().isAfter(lookedAt) ? before.time() : lookedAt;
        }
        sent = null;
        if (channel.unreadable() > 0) {
            log.warn("{}: {} of its checkpoints cannot be read", watcher.source(), channel.unreadable());
        }
    }

    private void makeRounds(Channel channel, Tenure tenure) throws InterruptedException {
        while (!tenure.ended()) {
            long seen = attention.changes();
            if (attention.paused()) {
                attention.await(seen, LONG);
                continue;
            }
            var began = clock.instant();
            boolean asked = attention.takeWish(lookedAt);
            lookedAt = began;
            var round = look(channel, tenure, asked);
            channel.drop();
            var report = report(round);
            note(report);
            if (asked || isDue(report)) {
                channel.report(report);
                sent = report;
                sentAt = System.nanoTime();
            }
            rest(round, began, tenure);
        }
    }

    /** Until the next round is due, or staff want one. A limit of the other side is kept whoever asks. */
    private void rest(RoundReport round, Instant began, Tenure tenure) throws InterruptedException {
        boolean polite = round.state() == State.WAITING;
        long until = System.nanoTime() + round.next().toNanos();
        for (long left = round.next().toNanos(); left > 0 && !tenure.ended(); left = until - System.nanoTime()) {
            long seen = attention.changes();
            if (!polite && (attention.paused() || attention.askedSince(began))) {
                return;
            }
            attention.await(seen, Duration.ofNanos(left));
        }
    }

    private RoundReport look(Channel channel, Tenure tenure, boolean asked) throws InterruptedException {
        try {
            var round = asked ? watcher.lookAsked(channel, channel) : watcher.look(channel, channel);
            failedInRow = 0;
            return round;
        } catch (SourceLostException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (tenure.ended()) {
                throw new InterruptedException();
            }
            if (channel.broken()) {
                throw e instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
            failedInRow++;
            log.warn("{}: the round failed and is tried again", watcher.source(), e);
            return RoundReport.failing(reason(e), pace.afterFailures(failedInRow));
        }
    }

    private void note(SourceReported report) {
        latest = report;
    }

    /** A report that says nothing new is sent now and then only, so that a quiet source does not fill its topic. */
    private boolean isDue(SourceReported report) {
        var before = sent;
        if (before == null
                || before.state() != report.state()
                || !java.util.Objects.equals(before.message(), report.message())) {
            return true;
        }
        boolean changed = before.items() != report.items() || before.failures() != report.failures();
        var since = Duration.ofNanos(System.nanoTime() - sentAt);
        return since.compareTo(changed ? pace.reportedEvery() : pace.quietReportedEvery()) >= 0;
    }

    private SourceReported report(RoundReport round) {
        var before = round.total() ? null : latest;
        Instant now = clock.instant();
        return new SourceReported(
                watcher.source(),
                watcher.kind(),
                watcher.title(),
                round.state(),
                round.message(),
                now,
                now.plus(round.next()),
                round.items() + (before == null ? 0 : before.items()),
                round.failures() + (before == null ? 0 : before.failures()),
                round.lagSeconds(),
                before == null ? round.counters() : sum(before.counters(), round.counters()),
                now,
                round.notes().isEmpty() ? null : new Notes(round.notes()));
    }

    private static Map<String, Long> sum(Map<String, Long> before, Map<String, Long> now) {
        var sum = new HashMap<>(before);
        now.forEach((name, count) -> sum.merge(name, count, Long::sum));
        return sum;
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The state of a source that has not reported yet. */
    static State stateOf(@Nullable SourceReported report) {
        return report == null ? State.STARTING : report.state();
    }
}
