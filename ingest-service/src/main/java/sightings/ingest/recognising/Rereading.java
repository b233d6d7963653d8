package sightings.ingest.recognising;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import sightings.dataset.DatasetId;
import sightings.event.DatasetRevised;
import sightings.event.FindsRevised;

/**
 * Reading the kept observations of one partition again: by what, how far it has come, and what it changed so far. It is
 * kept in a checkpoint with each step, so that a restart goes on with exact counts. Used by one thread.
 */
final class Rereading {

    private static final String GAINED = "gained/";
    private static final String LOST = "lost/";

    private final Learned by;
    private final long goal;
    private final Map<String, Long> counts = new TreeMap<>();
    private long next;

    private Rereading(Learned by, long goal, long next) {
        this.by = by;
        this.goal = goal;
        this.next = next;
    }

    /** One that begins, up to this offset. */
    static Rereading begin(Learned by, long goal) {
        return new Rereading(by, goal, 0);
    }

    /** One that a checkpoint kept. */
    static Rereading parse(Map<String, String> written) {
        var reading = new Rereading(
                Learned.parse(written),
                Long.parseLong(written.getOrDefault("goal", "0")),
                Long.parseLong(written.getOrDefault("next", "0")));
        written.forEach((name, value) -> {
            if (name.startsWith("count/")) {
                reading.counts.put(name.substring("count/".length()), Long.parseLong(value));
            }
        });
        return reading;
    }

    /** As a checkpoint keeps it. */
    Map<String, String> written() {
        var written = new TreeMap<>(by.written());
        written.put("goal", Long.toString(goal));
        written.put("next", Long.toString(next));
        counts.forEach((name, count) -> written.put("count/" + name, count.toString()));
        return written;
    }

    /** By what it reads. */
    Learned by() {
        return by;
    }

    /** The offset up to which it reads. */
    long goal() {
        return goal;
    }

    /** The offset from which it goes on. */
    long next() {
        return next;
    }

    /** It has come this far. */
    void reached(long offset) {
        next = offset;
    }

    /** One place was read, and this is what is different there. */
    void read(List<PlaceFinds.Change> changes) {
        add("read", 1);
        for (var change : changes) {
            var dataset = change.dataset();
            switch (change.kind()) {
                case GAINED -> {
                    add("gained", 1);
                    add(GAINED + dataset, 1);
                }
                case LOST -> {
                    add("lost", 1);
                    if (dataset != null) {
                        add(LOST + dataset, 1);
                    }
                }
                case ALTERED -> add("altered", 1);
            }
        }
    }

    /** Whether it changed nothing and read nothing yet. */
    boolean isUntouched() {
        return counts.isEmpty();
    }

    /** What it says of itself in the end, or where another one takes its place. */
    FindsRevised event(int partition, int partitions, Learned before, boolean complete, Instant now) {
        return new FindsRevised(
                partition,
                partitions,
                before.catalogue(),
                by.catalogue(),
                before.rules(),
                by.rules(),
                new ArrayList<>(by.beyond(before)),
                count("read"),
                count("gained"),
                count("lost"),
                count("altered"),
                complete,
                byDataset(),
                now);
    }

    private List<DatasetRevised> byDataset() {
        var datasets = new TreeSet<String>();
        for (String name : counts.keySet()) {
            if (name.startsWith(GAINED) || name.startsWith(LOST)) {
                datasets.add(name.substring(name.indexOf('/') + 1));
            }
        }
        return datasets.stream()
                .map(id -> new DatasetRevised(new DatasetId(id), count(GAINED + id), count(LOST + id)))
                .toList();
    }

    private long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    private void add(String name, long more) {
        counts.merge(name, more, Long::sum);
    }
}
