package sightings.ingest.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.OwnKafka.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sightings.event.Event;
import sightings.event.SourceNote;
import sightings.event.SourceReported;
import sightings.evidence.SourceId;

/** Tests for {@link Watching} and {@link SourceRunner}: what staff ask of sources. */
class WatchingTests {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Counted settled = new Counted("feed:settled", RoundReport.ok(1, 0, Duration.ofHours(1)));
    private final Counted late = new Counted("feed:late", RoundReport.ok(1, 0, Duration.ofHours(1)));
    private final Watching watching = watching(settled);

    @AfterEach
    void stop() {
        watching.stop();
    }

    @Test
    void looksAtNothingBeforeAllInstructionsAreKnown() throws InterruptedException {
        watching.pause(settled.source(), true);
        watching.start();
        Thread.sleep(100);
        assertThat(settled.rounds).hasValue(0);

        watching.known();
        Thread.sleep(200);
        assertThat(settled.rounds).hasValue(0);

        watching.pause(settled.source(), false);
        await("the first round", SOON, () -> settled.rounds.get() == 1);
    }

    @Test
    void looksNowWhereStaffAskAndNotAgainForAnOldWish() throws InterruptedException {
        watching.known();
        watching.start();
        await("the first round", SOON, () -> settled.rounds.get() == 1);

        watching.check(settled.source(), Instant.parse("2020-01-01T00:00:00Z"));
        Thread.sleep(200);
        assertThat(settled.rounds).hasValue(1);

        // The clock of who asks runs an hour ahead.
        var asked = Clock.systemUTC().instant().plusSeconds(3_600);
        watching.check(settled.source(), asked);
        watching.check(settled.source(), asked);
        await("a second round", SOON, () -> settled.rounds.get() >= 2);
        Thread.sleep(300);
        assertThat(settled.rounds).hasValue(2);
        assertThat(settled.asked).hasValue(1);
    }

    @Test
    void keepsALimitOfTheOtherSideWhateverStaffAsk() throws InterruptedException {
        var limited =
                new Counted("feed:limited", RoundReport.waiting(SourceNote.FEED_BUSY.with(), Duration.ofHours(1)));
        var polite = watching(limited);
        try {
            polite.known();
            polite.start();
            await("the first round", SOON, () -> limited.rounds.get() == 1);
            polite.check(limited.source(), Clock.systemUTC().instant().plusSeconds(1));
            polite.pause(limited.source(), true);
            polite.pause(limited.source(), false);
            Thread.sleep(200);
            assertThat(limited.rounds).hasValue(1);
        } finally {
            polite.stop();
        }
    }

    @Test
    void watchesWhatStaffAddedUntilTheyRemoveIt() {
        watching.known();
        watching.start();

        assertThat(watching.add(late.source(), late.source().feedAddress())).isTrue();
        assertThat(watching.add(late.source(), late.source().feedAddress())).isTrue();
        assertThat(watching.add(new SourceId("nobody:knows"), "nobody:knows")).isFalse();
        await("a round of the added source", SOON, () -> late.rounds.get() == 1);
        assertThat(late.asked).as("rounds that staff asked for, by adding it").hasValue(1);
        assertThat(watching.runners()).hasSize(2);

        watching.remove(late.source());
        watching.remove(settled.source());
        assertThat(watching.runners())
                .extracting(runner -> runner.watcher().source())
                .containsExactly(settled.source());
    }

    private Watching watching(Counted watcher) {
        return new Watching(
                List.of(new WatcherFactory() {
                    @Override
                    public List<? extends Watcher> watchers() {
                        return List.of(watcher);
                    }

                    @Override
                    public Optional<? extends Watcher> added(String address) {
                        return address.equals(late.source().feedAddress()) ? Optional.of(late) : Optional.empty();
                    }
                }),
                _ -> new NoBroker(),
                new All(),
                Clock.systemUTC(),
                new Pace(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(2), Duration.ofMinutes(1)),
                new SimpleMeterRegistry());
    }

    /** This instance owns every source. */
    private static final class All implements Ownership {

        @Override
        public void begin(Consumer<Predicate<SourceId>> owned) {
            owned.accept(_ -> true);
        }

        @Override
        public void end() {}
    }

    /** Takes everything and keeps nothing. */
    private static final class NoBroker implements Channel {

        @Override
        public Optional<SourceReported> lastReport() {
            return Optional.empty();
        }

        @Override
        public int unreadable() {
            return 0;
        }

        @Override
        public void drop() {}

        @Override
        public boolean broken() {
            return false;
        }

        @Override
        public void report(SourceReported report) {}

        @Override
        public void forget(String place) {}

        @Override
        public void close() {}

        @Override
        public Optional<Map<String, String>> of(String part) {
            return Optional.empty();
        }

        @Override
        public Map<String, Map<String, String>> all() {
            return Map.of();
        }

        @Override
        public void send(Event event) {}

        @Override
        public void commit(String part, Map<String, String> state) {}
    }

    /** Counts its rounds. */
    private static final class Counted implements Watcher {

        private final SourceId source;
        private final RoundReport round;
        private final AtomicInteger rounds = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();

        Counted(String source, RoundReport round) {
            this.source = new SourceId(source);
            this.round = round;
        }

        @Override
        public SourceId source() {
            return source;
        }

        @Override
        public SourceReported.Kind kind() {
            return SourceReported.Kind.FEED;
        }

        @Override
        public String title() {
            return source.value();
        }

        @Override
        public RoundReport look(Checkpoints checkpoints, Outlet outlet) {
            rounds.incrementAndGet();
            return round;
        }

        @Override
        public RoundReport lookAsked(Checkpoints checkpoints, Outlet outlet) {
            asked.incrementAndGet();
            return look(checkpoints, outlet);
        }
    }
}
