package sightings.ingest.usage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.EventCodec;
import sightings.event.UsageCell;

/**
 * Adds accesses up and tells the counts of each dataset's day that changed, now and then and all at once: whole and
 * absolute, so that the last one stands for the day. Which days are still to be told is kept with the counts, so that
 * none is forgotten when the service is killed in between. What is told depends on the set of accesses alone.
 *
 * <p>Keys of the store: the dataset's day, then {@code c} with the cell and its count, {@code n} with the number of
 * visitors, {@code v} with a visitor who is counted. Visitors are forgotten a week after the last access of the day.
 */
class CountDays extends ContextualProcessor<String, String, String, byte[]> {

    /** Name of the store of counts. */
    static final String COUNTS = "counts";

    /** Name of the store of days that are to be told. */
    static final String CHANGED = "changed";

    /** Name of the store of days whose visitors are known, with the time of the last access, to the hour. */
    static final String OPEN = "open";

    private static final Duration TOLD_EVERY = Duration.ofMillis(250);
    private static final int TOLD_AT_ONCE = 50;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String CELL = "\tc\t";
    private static final String VISITORS = "\tn";
    private static final String VISITOR = "\tv\t";
    private static final Comparator<UsageCell> ORDER = Comparator.comparingInt(UsageCell::hour)
            .thenComparing(UsageCell::accessClass)
            .thenComparing(UsageCell::tool)
            .thenComparing(UsageCell::kind);

    private final EventCodec codec;
    private final Set<String> changedHere = new HashSet<>();
    private String lastTold = "";
    private KeyValueStore<String, Long> counts;
    private KeyValueStore<String, Long> changed;
    private KeyValueStore<String, Long> open;

    @SuppressWarnings("NullAway.Init")
    CountDays(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        counts = context.getStateStore(COUNTS);
        changed = context.getStateStore(CHANGED);
        open = context.getStateStore(OPEN);
        context.schedule(TOLD_EVERY, PunctuationType.WALL_CLOCK_TIME, this::tell);
        context.schedule(HOUR, PunctuationType.WALL_CLOCK_TIME, this::forgetVisitors);
    }

    @Override
    public void process(Record<String, String> record) {
        var access = CountedAccess.read(record.value());
        if (access == null) {
            return;
        }
        var day = record.key();
        add(day + CELL + access.cell());
        if (counts.putIfAbsent(day + VISITOR + access.visitor(), 1L) == null) {
            add(day + VISITORS);
        }
        if (changedHere.add(day)) {
            changed.put(day, 1L);
        }
    }

    private void add(String key) {
        var before = counts.get(key);
        counts.put(key, before == null ? 1L : before + 1);
    }

    /** Tells some of the days that changed, where it left off the last time: a commit must not wait for thousands. */
    private void tell(long now) {
        var days = next(TOLD_AT_ONCE);
        for (var day : days) {
            forward(day, now);
            var last = open.get(day);
            if (last == null || last < now - HOUR.toMillis()) {
                open.put(day, now);
            }
            changed.delete(day);
            changedHere.remove(day);
            lastTold = day;
        }
    }

    private List<String> next(int atMost) {
        var days = new ArrayList<String>();
        try (var behind = changed.range(lastTold, null)) {
            behind.forEachRemaining(day -> days.add(day.key));
        }
        if (days.size() < atMost) {
            try (var before = changed.range(null, lastTold)) {
                before.forEachRemaining(day -> days.add(day.key));
            }
        }
        return days.stream().distinct().limit(atMost).toList();
    }

    private void forward(String day, long now) {
        var visitors = counts.get(day + VISITORS);
        var event = DatasetDay.ofKey(day).counted(cells(day), visitors == null ? 0 : visitors.intValue());
        var record = codec.write(event);
        context().forward(new Record<>(record.key(), record.value(), now, new RecordHeaders(record.headers())));
    }

    private List<UsageCell> cells(String day) {
        var cells = new ArrayList<UsageCell>();
        try (var all = counts.prefixScan(day + CELL, new StringSerializer())) {
            all.forEachRemaining(cell -> cells.add(cell(cell.key.substring(day.length() + CELL.length()), cell.value)));
        }
        cells.sort(ORDER);
        return cells;
    }

    private static UsageCell cell(String key, long count) {
        var parts = key.split("\t", 4);
        return new UsageCell(
                Integer.parseInt(parts[0]),
                AccessClass.valueOf(parts[1]),
                parts[2],
                AccessKind.valueOf(parts[3]),
                count);
    }

    private void forgetVisitors(long now) {
        var old = new ArrayList<String>();
        try (var all = open.all()) {
            all.forEachRemaining(day -> {
                if (day.value < now - KEPT.toMillis()) {
                    old.add(day.key);
                }
            });
        }
        for (var day : old) {
            try (var visitors = counts.prefixScan(day + VISITOR, new StringSerializer())) {
                visitors.forEachRemaining(visitor -> counts.delete(visitor.key));
            }
            open.delete(day);
        }
    }
}
