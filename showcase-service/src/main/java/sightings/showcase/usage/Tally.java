package sightings.showcase.usage;

import java.util.EnumMap;
import java.util.Map;
import sightings.event.AccessClass;
import sightings.event.AccessKind;

/**
 * Adds the counts of a week, and says of it what the public may know: nothing exact where fewer than five accesses or,
 * if the source knows them, fewer than five visitors stand behind a number.
 */
final class Tally {

    static final int THRESHOLD = 5;

    private final Map<AccessClass, Long> byClass = new EnumMap<>(AccessClass.class);
    private final Map<AccessKind, Long> byKind = new EnumMap<>(AccessKind.class);
    private long total;
    private long visitors;
    private boolean visitorsKnown = true;

    void add(AccessClass accessClass, AccessKind kind, long count) {
        byClass.merge(accessClass, count, Long::sum);
        if (accessClass != AccessClass.ROBOT) {
            byKind.merge(kind, count, Long::sum);
            total += count;
        }
    }

    void addTotal(long count) {
        total += count;
    }

    /** Visitors of one day; the same person on another day is another one, since nobody can tell. */
    void addVisitors(long ofOneDay) {
        if (ofOneDay < 0) {
            visitorsKnown = false;
        } else {
            visitors += ofOneDay;
        }
    }

    /** Adds the other tally to this one. */
    void add(Tally other) {
        other.byClass.forEach((accessClass, count) -> byClass.merge(accessClass, count, Long::sum));
        other.byKind.forEach((kind, count) -> byKind.merge(kind, count, Long::sum));
        total += other.total;
        visitors += other.visitors;
        visitorsKnown &= other.visitorsKnown;
    }

    PublicCount total() {
        return told(total);
    }

    Map<AccessClass, PublicCount> byClass() {
        return told(byClass, AccessClass.class);
    }

    Map<AccessKind, PublicCount> byKind() {
        return told(byKind, AccessKind.class);
    }

    private <K extends Enum<K>> Map<K, PublicCount> told(Map<K, Long> counts, Class<K> type) {
        var told = new EnumMap<K, PublicCount>(type);
        counts.forEach((key, count) -> {
            if (count > 0) {
                told.put(key, told(count));
            }
        });
        return told;
    }

    private PublicCount told(long count) {
        boolean few = count > 0 && (count < THRESHOLD || visitorsKnown && visitors < THRESHOLD);
        return few ? new PublicCount.FewerThan(THRESHOLD) : new PublicCount.Exact(count);
    }
}
