package sightings.ingest.usage;

import java.time.Duration;
import java.util.ArrayList;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import sightings.event.DatasetAccessed;

/**
 * Lets each line of a log day through once: identical lines are one access, however often their file is imported. The
 * lines of a day are forgotten a week after the last of them, long after the day's salt was destroyed: no digest of it can
 * come again.
 */
class FirstOfItsKind extends ContextualProcessor<String, Reading, String, String> {

    /** Name of the store of all lines of open days: log day, part and line digest. */
    static final String LINES = "lines";

    /** Name of the store of all open days: log day and part, with when the last line came, to the hour. */
    static final String DAYS = "days";

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] THERE = {1};

    private KeyValueStore<String, byte[]> lines;
    private KeyValueStore<String, Long> days;

    @SuppressWarnings("NullAway.Init")
    FirstOfItsKind() {}

    @Override
    public void init(ProcessorContext<String, String> context) {
        super.init(context);
        lines = context.getStateStore(LINES);
        days = context.getStateStore(DAYS);
        context.schedule(HOUR, PunctuationType.WALL_CLOCK_TIME, this::forget);
    }

    @Override
    public void process(Record<String, Reading> record) {
        if (!(record.value() instanceof Reading.Access read)) {
            return;
        }
        var access = read.access();
        var counting =
                Profile.ALL.stream().filter(profile -> profile.counts(access)).toList();
        if (counting.isEmpty() || !isFirst(access)) {
            return;
        }
        var counted = CountedAccess.of(access).write();
        for (var profile : counting) {
            var key = DatasetDay.of(access, profile).key();
            context().forward(new Record<>(key, counted, context().currentSystemTimeMs(), new RecordHeaders()));
        }
    }

    private boolean isFirst(DatasetAccessed access) {
        var day = access.logDay() + "/" + access.part() + "/";
        long now = context().currentSystemTimeMs();
        var last = days.get(day);
        if (last == null || last < now - HOUR.toMillis()) {
            days.put(day, now);
        }
        return lines.putIfAbsent(day + access.line(), THERE) == null;
    }

    private void forget(long now) {
        var old = new ArrayList<String>();
        try (var all = days.all()) {
            all.forEachRemaining(day -> {
                if (day.value < now - KEPT.toMillis()) {
                    old.add(day.key);
                }
            });
        }
        for (var day : old) {
            try (var ofDay = lines.prefixScan(day, new StringSerializer())) {
                ofDay.forEachRemaining(line -> lines.delete(line.key));
            }
            days.delete(day);
        }
    }
}
