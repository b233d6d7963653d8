package sightings.ingest.watching;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import sightings.event.SourceReported;
import sightings.evidence.SourceId;

/** All sources, those of the settings and those that staff added, and which of them this instance watches now. */
@Component
class Watching implements SmartLifecycle, SourceControl, WatchedSources {

    private static final Logger log = LoggerFactory.getLogger(Watching.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<SourceId, SourceRunner> runners = new LinkedHashMap<>();
    private final Map<SourceId, Attention> attentions = new HashMap<>();
    private final Set<SourceId> added = new HashSet<>();
    private final List<WatcherFactory> factories;
    private final Channels channels;
    private final Ownership ownership;
    private final InstantSource clock;
    private final Pace pace;
    private final MeterRegistry meters;
    private Predicate<SourceId> owned = _ -> false;
    private boolean known;
    private volatile boolean running;

    Watching(
            List<WatcherFactory> factories,
            Channels channels,
            Ownership ownership,
            InstantSource clock,
            Pace pace,
            MeterRegistry meters) {
        this.factories = List.copyOf(factories);
        this.channels = channels;
        this.ownership = ownership;
        this.clock = clock;
        this.pace = pace;
        this.meters = meters;
        for (var factory : factories) {
            for (var watcher : factory.watchers()) {
                if (runners.containsKey(watcher.source())) {
                    throw new IllegalStateException("Two sources are called " + watcher.source()
                            + "; name each portal, log, statistic and feed of city.yml once");
                }
                take(watcher);
            }
        }
    }

    synchronized Collection<SourceRunner> runners() {
        return List.copyOf(runners.values());
    }

    @Override
    public List<Source> sources() {
        return runners().stream()
                .map(SourceRunner::watcher)
                .map(watcher -> new Source(watcher.source(), watcher.kind(), watcher.title()))
                .toList();
    }

    @Override
    public void start() {
        running = true;
        log.info("Watching {} sources", runners().size());
        settle();
        ownership.begin(this::owned);
    }

    @Override
    public void stop() {
        running = false;
        // Interrupted all at once, so that the slowest one decides how long it takes.
        settle();
        ownership.end();
        try {
            for (var runner : runners()) {
                runner.awaitEnd(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the topics are looked after and what watchers ask is being read; ended before them. */
    @Override
    public int getPhase() {
        return 10;
    }

    @Override
    public synchronized boolean add(SourceId source, String address) {
        if (!runners.containsKey(source)) {
            var watcher = factories.stream()
                    .flatMap(factory -> factory.added(address).stream())
                    .findFirst();
            if (watcher.isEmpty()) {
                return false;
            }
            take(watcher.get());
            added.add(source);
            if (known) {
                // Staff add it now, and may know that it is there again; what they added long ago is no wish.
                attention(source).ask(clock.instant());
            }
            settle();
        }
        return true;
    }

    @Override
    public synchronized void remove(SourceId source) {
        var runner = added.remove(source) ? runners.remove(source) : null;
        if (runner != null) {
            runner.stop();
            Search.in(meters).tag("source", source.value()).meters().forEach(meters::remove);
        }
    }

    @Override
    public synchronized void pause(SourceId source, boolean paused) {
        attention(source).pause(paused);
    }

    @Override
    public synchronized void check(SourceId source, Instant asked) {
        attention(source).ask(asked);
    }

    @Override
    public synchronized void known() {
        known = true;
        settle();
    }

    private synchronized void owned(Predicate<SourceId> now) {
        owned = now;
        settle();
    }

    /** Starts what is ours, and stops what is not, without waiting: the next owner's first act shuts this one out. */
    private synchronized void settle() {
        for (var runner : runners.values()) {
            boolean ours =
                    runner.watcher().local() || owned.test(runner.watcher().source());
            if (running && known && ours) {
                runner.start();
            } else {
                runner.stop();
            }
        }
    }

    private void take(Watcher watcher) {
        var runner = new SourceRunner(watcher, channels, clock, pace, attention(watcher.source()));
        runners.put(watcher.source(), runner);
        measure(runner, meters);
    }

    private Attention attention(SourceId source) {
        return attentions.computeIfAbsent(source, _ -> new Attention());
    }

    private static void measure(SourceRunner runner, MeterRegistry meters) {
        counter("sightings.source.items", "What the source's rounds read", runner, SourceReported::items, meters);
        counter("sightings.source.failures", "What could not be read", runner, SourceReported::failures, meters);
        Gauge.builder("sightings.source.lag.seconds", runner, each -> value(each, SourceReported::lagSeconds))
                .description("Age of the oldest unread thing, -1 where unknown")
                .tag("source", runner.watcher().source().value())
                .register(meters);
    }

    private static void counter(
            String name,
            String description,
            SourceRunner runner,
            ToDoubleFunction<SourceReported> number,
            MeterRegistry meters) {
        FunctionCounter.builder(name, runner, each -> value(each, number))
                .description(description)
                .tag("source", runner.watcher().source().value())
                .register(meters);
    }

    private static double value(SourceRunner runner, ToDoubleFunction<SourceReported> number) {
        var report = runner.latest();
        return report == null ? 0 : number.applyAsDouble(report);
    }
}
