package sightings.showcase.projection;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;
import sightings.showcase.settings.ShowcaseSettings;

/**
 * Keeps one generation of documents current, and builds another beside it where there is none, where the release needs
 * a new one, or where an operator asks. It looks again every second, so that engines may come, go and be wiped at any
 * time.
 */
@Component
class Projector implements SmartLifecycle, ProjectionStatus {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration KAFKA_LOOK = Duration.ofSeconds(2);
    private static final Duration UNNOTICED = Duration.ofSeconds(10);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Generations generations;
    private final ElasticsearchClient elasticsearch;
    private final KafkaProperties kafkaSettings;
    private final ShowcaseSettings settings;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final InstantSource clock;

    private @Nullable Thread thread;
    private @Nullable KafkaEdge kafka;
    private volatile boolean running;
    private volatile boolean rebuildWanted;
    private volatile @Nullable Running live;
    private volatile @Nullable Running building;
    private volatile @Nullable String elasticsearchAway = "Elasticsearch was not asked yet";
    private volatile @Nullable String kafkaAway = "Kafka was not asked yet";
    private volatile @Nullable String newer;
    private volatile long currentAt = System.nanoTime();
    private @Nullable String cluster;
    private long kafkaAskedAt;

    Projector(
            ElasticsearchClient elasticsearch,
            KafkaProperties kafkaSettings,
            ShowcaseSettings settings,
            KafkaOperations<String, byte[]> producer,
            MeterRegistry meters,
            InstantSource clock) {
        this.generations = new Generations(elasticsearch, settings.replicas(), settings.refresh());
        this.elasticsearch = elasticsearch;
        this.kafkaSettings = kafkaSettings;
        this.settings = settings;
        this.deadLetters = new DeadLetters(producer);
        this.meters = meters;
        this.clock = clock;
        Gauge.builder(
                        "sightings.projection.stopped",
                        this,
                        one -> one.now().stopped().size())
                .description("projections that stopped at an event that this release cannot read")
                .register(meters);
        Gauge.builder(
                        "sightings.projection.behind",
                        this,
                        one -> one.now().behind().toSeconds())
                .description("how long documents have not been known to be current")
                .baseUnit("seconds")
                .register(meters);
    }

    /** A generation that is read into. */
    private static final class Running {

        private final Generation generation;
        private final List<ProjectionRun> runs;
        private @Nullable Map<TopicPartition, Long> goal;
        private volatile long done;
        private volatile long total;

        Running(Generation generation, List<ProjectionRun> runs) {
            this.generation = generation;
            this.runs = runs;
        }

        void start() {
            runs.forEach(ProjectionRun::start);
        }

        void stop() {
            // At the same time: each may take a moment.
            var stopping = runs.stream()
                    .map(run -> Thread.ofVirtual().start(run::stop))
                    .toList();
            for (var one : stopping) {
                try {
                    one.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    @Override
    public void start() {
        running = true;
        kafka = new KafkaEdge(kafkaSettings, settings.instance());
        kafkaAskedAt = System.nanoTime() - KAFKA_LOOK.toNanos();
        thread = new Thread(this::lookAgainAndAgain, "projector");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        var looking = thread;
        if (looking != null) {
            looking.interrupt();
            try {
                looking.join(Duration.ofSeconds(6));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Stream.of(live, building).forEach(one -> {
            if (one != null) {
                one.stop();
            }
        });
        live = null;
        building = null;
        var edge = kafka;
        if (edge != null) {
            edge.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Asks for a rebuild beside the live generation; one that is under way goes on. */
    void rebuild() {
        rebuildWanted = true;
    }

    /** Whether a rebuild was asked for and has not begun yet. */
    boolean isRebuildWanted() {
        return rebuildWanted;
    }

    /** Name of the generation that is shown; null where there is none. */
    @Nullable
    String liveGeneration() {
        var shown = live;
        return shown == null ? null : shown.generation.id();
    }

    @Override
    public Snapshot now() {
        var runs = Stream.of(live, building)
                .<ProjectionRun>flatMap(one -> one == null ? Stream.empty() : one.runs.stream())
                .toList();
        var away = Stream.concat(
                        Stream.of(elasticsearchAway, kafkaAway, newer),
                        runs.stream().map(ProjectionRun::waiting))
                .<String>flatMap(Stream::ofNullable)
                .distinct()
                .collect(Collectors.joining("; "));
        var stopped = runs.stream()
                .<Stopped>flatMap(run -> Stream.ofNullable(run.stopped()))
                .distinct()
                .toList();
        var since = Duration.ofNanos(System.nanoTime() - currentAt);
        var rebuilding = building;
        return new Snapshot(
                away.isEmpty() ? null : away,
                since.compareTo(UNNOTICED) < 0 ? Duration.ZERO : since,
                stopped,
                rebuilding == null
                        ? null
                        : new Building(rebuilding.generation.id(), rebuilding.done, rebuilding.total));
    }

    private void lookAgainAndAgain() {
        while (running) {
            try {
                look();
                elasticsearchAway = null;
                var seen = live;
                if (kafkaAway == null && seen != null && seen.runs.stream().allMatch(run -> run.waiting() == null)) {
                    currentAt = System.nanoTime();
                }
            } catch (DocumentStore.Away e) {
                if (elasticsearchAway == null) {
                    LOG.warn("Waiting for Elasticsearch: {}", e.getMessage());
                }
                elasticsearchAway = e.getMessage();
            } catch (RuntimeException e) {
                LOG.error("The projector could not look after its generations; trying again", e);
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() throws DocumentStore.Away {
        askKafka();
        boolean needed = lookAtLive();
        lookAtBuilding(needed);
    }

    private void askKafka() {
        var edge = kafka;
        if (edge == null || System.nanoTime() - kafkaAskedAt < KAFKA_LOOK.toNanos()) {
            return;
        }
        try {
            cluster = edge.clusterId();
            kafkaAway = null;
        } catch (KafkaEdge.Away e) {
            if (kafkaAway == null) {
                LOG.warn("Waiting for Kafka: {}", e.getMessage());
            }
            kafkaAway = e.getMessage();
        }
        kafkaAskedAt = System.nanoTime();
    }

    /** Follows what is live, and says whether another generation is needed. */
    private boolean lookAtLive() throws DocumentStore.Away {
        var shown = generations.live().orElse(null);
        newer = shown != null && shown.projection() > Projection.NUMBER
                ? "the index was written by a newer release (projection " + shown.projection() + ")"
                : null;
        boolean usable = shown != null
                && shown.projection() == Projection.NUMBER
                && (cluster == null || shown.kafka().equals(cluster));
        var followed = live;
        if (followed != null && (!usable || !followed.generation.equals(shown))) {
            LOG.info("{} is no longer followed", followed.generation.id());
            followed.stop();
            live = null;
        }
        if (shown != null && usable && live == null) {
            var rising = building;
            if (rising != null && rising.generation.equals(shown)) {
                building = null;
                live = rising;
            } else {
                live = follow(shown);
            }
            LOG.info("{} is live", shown.id());
        }
        return !usable && newer == null;
    }

    private void lookAtBuilding(boolean needed) throws DocumentStore.Away {
        var begun = generations.building().orElse(null);
        if (begun != null && (!isOurs(begun) || !generations.isThere(begun))) {
            if (begun.projection() > Projection.NUMBER) {
                return;
            }
            generations.forgetBuilding();
            begun = null;
        }
        var rising = building;
        if (rising != null && !rising.generation.equals(begun)) {
            rising.stop();
            building = null;
        }
        if (begun == null && (needed || rebuildWanted) && cluster != null && kafkaAway == null) {
            var wanted = new Generation(newId(), Projection.NUMBER, cluster);
            generations.create(wanted);
            begun = generations.begin(wanted);
            LOG.info("{} is being built", begun.id());
        }
        if (begun == null) {
            return;
        }
        rebuildWanted = false;
        if (building == null) {
            building = follow(begun);
        }
        swapWhenDone();
    }

    private void swapWhenDone() throws DocumentStore.Away {
        var rising = building;
        var edge = kafka;
        if (rising == null || edge == null || !hasCaughtUp(rising, edge)) {
            return;
        }
        generations.swap(rising.generation);
        var old = live;
        live = rising;
        building = null;
        LOG.info("{} is live: {} records", rising.generation.id(), rising.total);
        if (old != null) {
            old.stop();
        }
        generations.deleteAllBut(Set.of(rising.generation));
    }

    /** Whether all events that were there when the building began are in it. */
    private boolean hasCaughtUp(Running rising, KafkaEdge edge) {
        try {
            var goal = rising.goal;
            if (goal == null) {
                goal = edge.ends(Arrays.stream(Projection.values())
                        .map(Projection::topic)
                        .toList());
                rising.goal = goal;
                rising.total = goal.values().stream().mapToLong(Long::longValue).sum();
            }
            var committed = edge.committed(rising.generation);
            // With nothing live there is nothing to protect: what can be shown is better than nothing.
            var excused = live == null
                    ? rising.runs.stream()
                            .filter(run -> run.stopped() != null)
                            .map(run -> run.projection().topic().topicName())
                            .collect(Collectors.toSet())
                    : Set.<String>of();
            long done = 0;
            boolean all = true;
            for (var end : goal.entrySet()) {
                long reached = committed.getOrDefault(end.getKey(), 0L);
                done += Math.min(reached, end.getValue());
                all &= reached >= end.getValue()
                        || excused.contains(end.getKey().topic());
            }
            rising.done = done;
            return all;
        } catch (KafkaEdge.Away e) {
            kafkaAway = e.getMessage();
            return false;
        }
    }

    private boolean isOurs(Generation begun) {
        return begun.projection() == Projection.NUMBER
                && (cluster == null || begun.kafka().equals(cluster));
    }

    private Running follow(Generation generation) {
        var edge = kafka;
        if (edge == null) {
            throw new IllegalStateException("Not started");
        }
        var runs = new ArrayList<ProjectionRun>();
        for (var projection : Projection.values()) {
            runs.add(new ProjectionRun(
                    projection,
                    generation,
                    edge,
                    new DocumentStore(elasticsearch, generation.id()),
                    deadLetters,
                    meters));
        }
        var followed = new Running(generation, List.copyOf(runs));
        followed.start();
        return followed;
    }

    /** With the time for people to read, and chance so that no id ever comes back. */
    private String newId() {
        return Generations.PREFIX + STAMP.format(clock.instant()) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }
}
