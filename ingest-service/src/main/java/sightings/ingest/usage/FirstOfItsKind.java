package sightings.ingest.usage;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import sightings.event.DatasetAccessed;

/**
 * Lets each line of a log day through once: identical lines are one access, however often their file is imported. Lines and
 * visits of a day are forgotten a week after the last of them, long after the day's salt was destroyed: no digest of it can
 * come again. They are forgotten some at a time, since a log of many years ends its week all at once.
 */
class FirstOfItsKind extends ContextualProcessor<String, Reading, String, List<DatasetAccessed>> {

    /** Name of the store of all lines of open days: log day, part and line digest. */
    static final String LINES = "lines";

    /** Name of the store of all open days: log day and part, with when the last line came, to the hour. */
    static final String DAYS = "days";

    private static final Duration FORGOTTEN_EVERY = Duration.ofSeconds(10);
    private static final int FORGOTTEN_AT_ONCE = 20_000;
    private static final byte[] THERE = {1};

    private KeyValueStore<String, byte[]> lines;
    private LogDays days;
    private KeyValueStore<String, String> visits;

    @SuppressWarnings("NullAway.Init")
    FirstOfItsKind() {}

    @Override
    public void init(ProcessorContext<String, List<DatasetAccessed>> context) {
        super.init(context);
        lines = context.getStateStore(LINES);
        days = new LogDays(context.getStateStore(DAYS));
        visits = context.getStateStore(CountVisits.VISITS);
        context.schedule(FORGOTTEN_EVERY, PunctuationType.WALL_CLOCK_TIME, this::forget);
    }

    @Override
    public void process(Record<String, Reading> record) {
        if (record.value() instanceof Reading.Accesses(var accesses)) {
            var first = accesses.stream()
                    .filter(access -> Profile.ALL.stream().anyMatch(profile -> profile.counts(access)))
                    .filter(this::isFirst)
                    .toList();
            if (!first.isEmpty()) {
                context().forward(record.withValue(first));
            }
        }
    }

    private boolean isFirst(DatasetAccessed access) {
        var day = access.logDay() + "/" + access.part() + "/";
        days.came(day, context().currentSystemTimeMs());
        return lines.putIfAbsent(day + access.line(), THERE) == null;
    }

    private void forget(long now) {
        var day = days.over(now);
        if (day != null && forget(lines, day) && forget(visits, day)) {
            days.forget(day);
        }
    }

    /** Forgets some of a day, and says whether that was all of it. */
    private static boolean forget(KeyValueStore<String, ?> store, String day) {
        try (var ofDay = store.prefixScan(day, new StringSerializer())) {
            for (int i = 0; i < FORGOTTEN_AT_ONCE && ofDay.hasNext(); i++) {
                store.delete(ofDay.next().key);
            }
            return !ofDay.hasNext();
        }
    }
}
