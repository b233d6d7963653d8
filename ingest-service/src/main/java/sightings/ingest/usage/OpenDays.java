package sightings.ingest.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The datasets' days that may still grow much, by log day. When the log day is over they are closed, some at a time. A day that
 * is closed and grows all the same, as that of a late file which is read on, is open again.
 */
final class OpenDays {

    private static final int CLOSED_AT_ONCE = 500;
    private static final byte[] THERE = {1};

    private final KeyValueStore<String, byte[]> open;
    private final LogDays days;

    /**
     * @param open log day, part and dataset's day
     * @param days log days and parts
     */
    OpenDays(KeyValueStore<String, byte[]> open, LogDays days) {
        this.open = open;
        this.days = days;
    }

    /** The dataset's day has grown. */
    void grew(String datasetDay, long now) {
        var key = DatasetDay.ofKey(datasetDay);
        var day = key.day() + "/" + key.part() + "/";
        days.came(day, now);
        open.putIfAbsent(day + datasetDay, THERE);
    }

    /** Hands on some datasets' days of a log day that is over. */
    void close(long now, Consumer<String> closing) {
        var day = days.over(now);
        if (day == null) {
            return;
        }
        var some = some(day);
        for (var each : some) {
            closing.accept(each.substring(day.length()));
            open.delete(each);
        }
        if (some.size() < CLOSED_AT_ONCE) {
            days.forget(day);
        }
    }

    private List<String> some(String day) {
        var some = new ArrayList<String>();
        try (var all = open.prefixScan(day, new StringSerializer())) {
            while (some.size() < CLOSED_AT_ONCE && all.hasNext()) {
                some.add(all.next().key);
            }
        }
        return some;
    }
}
