package sightings.ingest.usage;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The sums of each dataset's day, by the names of {@link DayKey}. Each change goes to the store at once; what was looked up or changed lately is
 * at hand as well, up to {@value #AT_HAND} sums. Of a day that was not in the store when it was first asked for all sums are at hand, so
 * that none of them is looked for in vain: in an import most sums are new, and to look for them takes longer than to add. Used by one thread.
 *
 * <p>A day that is closed is one record with its totals: of each number some 25 bytes, which for most days of a dataset are a few hundred, and of
 * callers the {@value Callers#MOST} that are told, 3 KB. A day is open or closed, never both.
 */
final class DaySums {

    /** Of one partition; each takes some 60 bytes, since names, most of which many days have, are kept once. */
    private static final int AT_HAND = 20_000;

    private static final char SEPARATOR = '\t';

    private final KeyValueStore<String, Long> store;
    private final KeyValueStore<String, String> totals;
    private final Map<String, Day> days = new LinkedHashMap<>(16, 0.75F, true);
    private final Map<String, String> names = new HashMap<>();
    private int atHand;

    /** What is at hand of a day. */
    private static final class Day {

        private final Map<String, Long> sums = new HashMap<>();
        private final boolean whole;

        Day(boolean whole) {
            this.whole = whole;
        }
    }

    /**
     * @param store of open days, keys are the dataset's day and the name of the sum
     * @param totals of closed days, by the dataset's day
     */
    DaySums(KeyValueStore<String, Long> store, KeyValueStore<String, String> totals) {
        this.store = store;
        this.totals = totals;
    }

    /** A sum; 0 where there is none. */
    long of(String day, String name) {
        var one = day(day);
        var known = one.sums.get(name);
        if (known != null) {
            return known;
        }
        var kept = one.whole ? null : store.get(key(day, name));
        long sum = kept == null ? 0 : kept;
        remember(one, name, sum);
        return sum;
    }

    /** Adds to a sum. */
    void add(String day, String name, long change) {
        long sum = of(day, name) + change;
        if (sum == 0) {
            store.delete(key(day, name));
        } else {
            store.put(key(day, name), sum);
        }
        remember(day(day), name, sum);
    }

    /** All sums of a day that are not 0. */
    void forEach(String day, ObjLongConsumer<String> taker) {
        var one = days.get(day);
        if (one != null && one.whole) {
            one.sums.forEach((name, sum) -> {
                if (sum != 0) {
                    taker.accept(name, sum);
                }
            });
            return;
        }
        var closed = totals.get(day);
        if (closed != null) {
            Tally.read(closed).forEach(taker);
            return;
        }
        var start = day + SEPARATOR;
        try (var all = store.prefixScan(start, new StringSerializer())) {
            all.forEachRemaining(each -> taker.accept(each.key.substring(start.length()), each.value));
        }
    }

    /** Leaves nothing of the day but its totals. Where it grows later it is open again, and they go on from there. */
    void close(String day) {
        var all = new Tally();
        forEach(day, all::add);
        var left = Callers.withoutOthers(all);
        if (!left.isEmpty()) {
            totals.put(day, left.write());
        }
        all.forEach((name, _) -> store.delete(key(day, name)));
        var atHandOfIt = days.remove(day);
        atHand -= atHandOfIt == null ? 0 : atHandOfIt.sums.size();
    }

    private void open(String day) {
        var closed = totals.get(day);
        if (closed != null) {
            totals.delete(day);
            Tally.read(closed).forEach((name, sum) -> store.put(key(day, name), sum));
        }
    }

    private Day day(String day) {
        var known = days.get(day);
        if (known != null) {
            return known;
        }
        open(day);
        var one = new Day(!isKept(day));
        days.put(day, one);
        return one;
    }

    private boolean isKept(String day) {
        try (var some = store.prefixScan(day + SEPARATOR, new StringSerializer())) {
            return some.hasNext();
        }
    }

    private void remember(Day day, String name, long sum) {
        if (day.sums.replace(name, sum) == null) {
            day.sums.put(once(name), sum);
            atHand++;
            forgetEldest();
        }
    }

    private String once(String name) {
        if (names.size() >= AT_HAND) {
            names.clear();
        }
        var known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    /** Days at a time: a day of which something was forgotten would no longer be whole. */
    private void forgetEldest() {
        for (Iterator<Day> eldest = days.values().iterator(); atHand > AT_HAND && eldest.hasNext(); ) {
            atHand -= eldest.next().sums.size();
            eldest.remove();
        }
    }

    private static String key(String day, String name) {
        return day + SEPARATOR + name;
    }
}
