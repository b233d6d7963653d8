package sightings.ingest.recognising;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightings.event.CheckpointMoved;
import sightings.event.Decoded;
import sightings.event.Event;
import sightings.event.PlaceObserved;
import sightings.event.Topic;
import sightings.evidence.SourceId;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.CatalogueView;
import sightings.ingest.publishing.KeptReader;
import sightings.ingest.publishing.KeptRecords;

/**
 * Reads the kept observations of one partition after the other again, once the catalogue or the rules are others than
 * those by which they were read. It only says what is to be told; its caller commits each step before it takes the next,
 * and gives the partition no new observations meanwhile. See docs/decisions/0012. Used by one thread.
 */
final class Relearner {

    /** Part of the checkpoints: by what the partition was read. No place is called so. */
    static final String LEARNED = "#learned";

    private static final String LEARNING = "#learning";
    private static final Logger log = LoggerFactory.getLogger(Relearner.class);

    private final CatalogueView view;
    private final KeptReader reader;
    private final Recogniser recogniser;
    private final InstantSource clock;
    private final Duration settling;
    private Learned lastSeen = Learned.NOTHING;
    private long seenSince = System.nanoTime();
    private @Nullable Task task;

    /** @param settling how long the catalogue must stand before it is worth reading all again */
    Relearner(CatalogueView view, KeptReader reader, Recogniser recogniser, InstantSource clock, Duration settling) {
        this.view = view;
        this.reader = reader;
        this.recogniser = recogniser;
        this.clock = clock;
        this.settling = settling;
    }

    /** One partition being read. */
    private static final class Task {

        private final int partition;
        private final Catalogue catalogue;
        private final Learned before;
        private final Rereading reading;
        private final KeptRecords records;

        Task(int partition, Catalogue catalogue, Learned before, Rereading reading, KeptRecords records) {
            this.partition = partition;
            this.catalogue = catalogue;
            this.before = before;
            this.reading = reading;
            this.records = records;
        }
    }

    /** The partition that is being read again; null where none is. */
    @Nullable
    Integer partition() {
        return task == null ? null : task.partition;
    }

    /** Gives up what is not ours any more; its next owner goes on from the checkpoint. */
    void keep(Set<Integer> partitions) {
        if (task != null && !partitions.contains(task.partition)) {
            drop();
        }
    }

    /** Gives up what is under way, because it may not have been committed. */
    void drop() {
        if (task != null) {
            task.records.close();
            task = null;
        }
    }

    /**
     * By what observations are read now, for the first ones of a partition. Instructions that were heeded from the
     * beginning changed nothing here, and that is said too, so that nobody waits for it.
     */
    List<Event> noted(int partition, Map<String, Map<String, String>> parts) {
        var now = now(view.informed());
        var events = new ArrayList<Event>();
        if (!now.instructions().isEmpty()) {
            events.add(Rereading.begin(now, 0)
                    .event(partition, Topic.OBSERVATIONS.partitions(), Learned.NOTHING, true, clock.instant()));
        }
        events.add(moved(partition, LEARNED, now.written(), parts));
        return events;
    }

    /**
     * Begins to read the partition again where that is due.
     *
     * @param partition of topic {@code observations}
     * @param position how far it has been read
     * @param parts what the checkpoints say of it
     * @return what is to be told at once
     */
    List<Event> begin(int partition, long position, Map<String, Map<String, String>> parts) {
        var informed = view.informed();
        var now = now(informed);
        var learned = Learned.parse(parts.getOrDefault(LEARNED, Map.of()));
        if (!isSettled(now) || learned.equals(now)) {
            return List.of();
        }
        if (!parts.containsKey(LEARNED) && position == 0) {
            return noted(partition, parts);
        }
        var events = new ArrayList<Event>();
        var kept = parts.getOrDefault(LEARNING, Map.of());
        var reading = kept.isEmpty() ? null : Rereading.parse(kept);
        boolean goesOn = reading != null && reading.by().findsAs(now) && reading.goal() <= position;
        if (reading != null && !goesOn) {
            events.addAll(giveUp(partition, reading, learned, parts));
        }
        if (reading == null || !goesOn) {
            // Where only instructions are new that change nothing, there is nothing to read.
            reading = Rereading.begin(now, learned.findsAs(now) ? 0 : position);
        }
        var records = reader.open(Topic.OBSERVATIONS, partition, reading.next(), reading.goal());
        task = new Task(partition, informed.catalogue(), learned, reading, records);
        return events;
    }

    /** Reads on, and says what is to be told; nothing where there is nothing yet. */
    List<Event> step(Map<String, Map<String, String>> parts) {
        var current = task;
        if (current == null) {
            return List.of();
        }
        var now = now(view.informed());
        if (!now.findsAs(current.reading.by())) {
            drop();
            return giveUp(current.partition, current.reading, current.before, parts);
        }
        var events = new ArrayList<Event>();
        boolean any = false;
        for (var kept : current.records.next()) {
            events.addAll(read(current, kept, parts));
            any = true;
        }
        if (current.records.done()) {
            events.addAll(finish(current, parts));
            drop();
        } else if (any) {
            current.reading.reached(current.records.position());
            events.add(moved(current.partition, LEARNING, current.reading.written(), parts));
        }
        return events;
    }

    private List<Event> read(Task current, KeptRecords.Kept kept, Map<String, Map<String, String>> parts) {
        // What could not be read the first time is a dead letter already.
        if (!(kept.decoded() instanceof Decoded.Read(String _, PlaceObserved(var observation)))) {
            return List.of();
        }
        var place = observation.place().url();
        var before = parts.getOrDefault(place, Map.of());
        PlaceFinds finds;
        try {
            var sightings = recogniser.recognise(observation, current.catalogue);
            finds = PlaceFinds.readAgain(observation, sightings, before, clock.instant());
        } catch (RuntimeException e) {
            log.error("A kept observation could not be read again; its finds stay as they are", e);
            return List.of();
        }
        current.reading.read(finds.changes());
        var events = new ArrayList<>(finds.events());
        if (!finds.after().equals(before)) {
            events.add(moved(current.partition, place, finds.after(), parts));
        }
        return events;
    }

    private List<Event> finish(Task current, Map<String, Map<String, String>> parts) {
        var event = current.reading.event(
                current.partition, Topic.OBSERVATIONS.partitions(), current.before, true, clock.instant());
        log.info(
                "recogniser: partition {} read again by catalogue {}: {} places, {} finds more, {} no longer",
                current.partition,
                event.after(),
                event.read(),
                event.gained(),
                event.lost());
        return List.of(
                event,
                moved(current.partition, LEARNED, current.reading.by().written(), parts),
                moved(current.partition, LEARNING, Map.of(), parts));
    }

    /** The catalogue changed meanwhile: what was done so far is told, and all is read again by the new one. */
    private List<Event> giveUp(
            int partition, Rereading reading, Learned before, Map<String, Map<String, String>> parts) {
        var events = new ArrayList<Event>();
        if (!reading.isUntouched()) {
            events.add(reading.event(partition, Topic.OBSERVATIONS.partitions(), before, false, clock.instant()));
            events.add(moved(partition, LEARNING, Map.of(), parts));
        }
        return events;
    }

    private CheckpointMoved moved(
            int partition, String part, Map<String, String> state, Map<String, Map<String, String>> parts) {
        parts.put(part, state);
        return new CheckpointMoved(source(partition), part, state, clock.instant());
    }

    private boolean isSettled(Learned now) {
        if (!now.equals(lastSeen)) {
            lastSeen = now;
            seenSince = System.nanoTime();
        }
        return System.nanoTime() - seenSince >= settling.toNanos();
    }

    private static Learned now(CatalogueView.Informed informed) {
        return new Learned(informed.catalogue().version(), RuleSet.NUMBER, informed.instructions());
    }

    /** What a partition's checkpoints are kept under. */
    static SourceId source(int partition) {
        return new SourceId("recogniser:" + partition);
    }
}
