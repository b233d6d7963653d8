package sightings.ingest.usage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import sightings.event.AccessClass;
import sightings.event.EventCodec;
import sightings.event.UniqueCell;
import sightings.event.UsageCell;

/**
 * Adds up what visits give to each dataset's day and tells the counts of the days that changed, now and then and all at once: whole and
 * absolute, so that the last one stands for the day. Which days are still to be told is kept with the counts, so that
 * none is forgotten when the service is killed in between. What is told depends on the set of accesses alone.
 *
 * <p>Keys of the store: the dataset's day, then a name of {@link DayKey}. Nobody's pseudonym is among them. A day that is over is left
 * with one record of its totals, since lines that come later still, in a part of theirs, add to what was told. Why it is so:
 * docs/decisions/0021.
 */
class CountDays extends ContextualProcessor<String, String, String, byte[]> {

    /** Name of the store of counts. */
    static final String COUNTS = "counts";

    /** Name of the store of totals of closed days. */
    static final String TOTALS = "totals";

    /** Name of the store of open days, by log day. */
    static final String OPEN = "open";

    /** Name of the store of all log days that are not over. */
    static final String OPEN_DAYS = "open-days";

    /** Name of the store of days that are to be told. */
    static final String CHANGED = "changed";

    private static final Duration TOLD_EVERY = Duration.ofMillis(250);
    private static final int TOLD_AT_ONCE = 200;
    private static final Duration CLOSED_EVERY = Duration.ofSeconds(10);

    /** So many changes since the last look are an import: its days change again at once, and telling them would hold it up. */
    private static final int MANY = 100;

    private static final int LOOKS_PASSED_OVER = 8;
    private static final char SEPARATOR = '\t';
    private static final AccessClass[] CLASSES = AccessClass.values();
    private static final Comparator<UsageCell> ORDER = Comparator.comparingInt(UsageCell::hour)
            .thenComparing(UsageCell::accessClass)
            .thenComparing(UsageCell::tool)
            .thenComparing(UsageCell::kind);

    private final EventCodec codec;
    private final Set<String> changedHere = new HashSet<>();
    private String lastTold = "";
    private int changes;
    private int passedOver;
    private DaySums sums;
    private OpenDays open;
    private KeyValueStore<String, Long> changed;

    @SuppressWarnings("NullAway.Init")
    CountDays(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        sums = new DaySums(context.getStateStore(COUNTS), context.getStateStore(TOTALS));
        open = new OpenDays(context.getStateStore(OPEN), new LogDays(context.getStateStore(OPEN_DAYS)));
        changed = context.getStateStore(CHANGED);
        // It begins anew as well where a commit has failed, and then the stores do not hold what was done since the one
        // before.
        changedHere.clear();
        context.schedule(CLOSED_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> open.close(now, sums::close));
        context.schedule(TOLD_EVERY, PunctuationType.WALL_CLOCK_TIME, this::tell);
    }

    @Override
    public void process(Record<String, String> record) {
        changes++;
        var day = record.key();
        Tally.read(record.value()).forEach((name, change) -> {
            if (isFollowed(day, name)) {
                sums.add(day, name, change);
            }
        });
        if (changedHere.add(day)) {
            changed.put(day, 1L);
            open.grew(day, context().currentSystemTimeMs());
        }
    }

    /** Whoever sends another made-up site with each request must not fill the store: of a day's callers the first ones are followed. */
    private boolean isFollowed(String day, String name) {
        if (name.startsWith(DayKey.CALLING)) {
            return sums.of(day, DayKey.CALLS + name.substring(DayKey.CALLING.length())) != 0;
        }
        if (!name.startsWith(DayKey.CALLS) || sums.of(day, name) != 0) {
            return true;
        }
        if (sums.of(day, DayKey.CALLERS) >= Callers.FOLLOWED) {
            return false;
        }
        sums.add(day, DayKey.CALLERS, 1);
        return true;
    }

    /** Tells some of the days that changed, where it left off the last time: a commit must not wait for thousands. */
    private void tell(long now) {
        boolean many = changes > MANY;
        changes = 0;
        if (many && passedOver < LOOKS_PASSED_OVER) {
            passedOver++;
            return;
        }
        passedOver = 0;
        var days = next(TOLD_AT_ONCE);
        for (var day : days) {
            forward(day, now);
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
        var all = new Tally();
        sums.forEach(day, all::add);
        var record = codec.write(DatasetDay.ofKey(day)
                .counted(
                        cells(all),
                        (int) all.of(DayKey.VISITORS),
                        unique(all),
                        names(all, DayKey.LISTS),
                        Callers.told(all)));
        context().forward(new Record<>(record.key(), record.value(), now, new RecordHeaders(record.headers())));
    }

    private static List<UsageCell> cells(Tally sums) {
        var cells = new ArrayList<UsageCell>();
        sums.beginningWith(DayKey.CELL).forEach((key, count) -> {
            var cell = Cell.ofKey(key.substring(DayKey.CELL.length()));
            if (cell != null) {
                cells.add(cell.counted(count));
            }
        });
        cells.sort(ORDER);
        return cells;
    }

    private static List<UniqueCell> unique(Tally sums) {
        var hours = names(sums, DayKey.INVESTIGATED).stream()
                .map(session -> session.substring(0, session.indexOf(SEPARATOR)))
                .distinct()
                .toList();
        var unique = new ArrayList<UniqueCell>();
        for (var hour : hours) {
            for (var accessClass : CLASSES) {
                int investigations = (int) sums.of(DayKey.session(DayKey.INVESTIGATED, hour, accessClass));
                int requests = (int) sums.of(DayKey.session(DayKey.REQUESTED, hour, accessClass));
                if (investigations + requests > 0) {
                    unique.add(new UniqueCell(Integer.parseInt(hour), accessClass, investigations, requests));
                }
            }
        }
        return unique;
    }

    private static List<String> names(Tally sums, String start) {
        return sums.beginningWith(start).keySet().stream()
                .map(key -> key.substring(start.length()))
                .toList();
    }
}
