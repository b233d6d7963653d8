package sightings.ingest.watching;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import sightings.event.SourceReported;
import sightings.evidence.SourceId;

/** All sources of the settings, and which of them this instance watches at the moment. */
@Component
class Watching implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watching.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<SourceId, SourceRunner> runners = new LinkedHashMap<>();
    private final Ownership ownership;
    private volatile boolean running;

    Watching(
            List<WatcherFactory> factories,
            Channels channels,
            Ownership ownership,
            InstantSource clock,
            Pace pace,
            MeterRegistry meters) {
        this.ownership = ownership;
        for (var factory : factories) {
            for (var watcher : factory.watchers()) {
                var runner = new SourceRunner(watcher, channels, clock, pace);
                if (runners.putIfAbsent(watcher.source(), runner) != null) {
                    throw new IllegalStateException("Two sources are called " + watcher.source()
                            + "; name each portal, log, statistic and feed of city.yml once");
                }
                measure(runner, meters);
            }
        }
    }

    Collection<SourceRunner> runners() {
        return runners.values();
    }

    @Override
    public void start() {
        running = true;
        log.info("Watching {} sources", runners.size());
        runners.values().stream().filter(runner -> runner.watcher().local()).forEach(SourceRunner::start);
        ownership.begin(this::owned);
    }

    @Override
    public void stop() {
        running = false;
        // Interrupted all at once, so that the slowest one decides how long it takes.
        runners.values().forEach(SourceRunner::stop);
        ownership.end();
        try {
            for (var runner : runners.values()) {
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

    private void owned(Predicate<SourceId> owned) {
        for (var runner : runners.values()) {
            if (runner.watcher().local() || !running) {
                continue;
            }
            if (owned.test(runner.watcher().source())) {
                runner.start();
            } else {
                // Without waiting: the next owner's first act shuts this one out.
                runner.stop();
            }
        }
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
