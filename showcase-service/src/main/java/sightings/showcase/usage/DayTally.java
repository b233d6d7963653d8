package sightings.showcase.usage;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.UsageCell;

/**
 * What happened with a dataset on one UTC day within one week of the city, and how many visitors of that day stand behind
 * each part of it at least. The record says how many visitors the day had and, under the Code's rules, how many sessions
 * each hour had. From these follows, for a part of the day:
 *
 * <ul>
 *   <li>at least one visitor, if there was an access at all
 *   <li>at least as many as had sessions in its busiest hour: a visitor has one session an hour
 *   <li>at least as many as the day had, less one for each access that is not in this part
 * </ul>
 */
final class DayTally {

    /** More than any threshold: stands for visitors of whom the source says nothing, or who are no persons. */
    private static final long ENOUGH = 1_000_000;

    private final long ofTheDay;
    private final long visitors;
    private final Map<AccessClass, Map<AccessKind, Long>> kinds = new EnumMap<>(AccessClass.class);
    private final Map<AccessClass, Map<String, Long>> tools = new EnumMap<>(AccessClass.class);
    private final Map<AccessClass, Long> counts = new EnumMap<>(AccessClass.class);
    private final Map<AccessClass, Long> investigating = new EnumMap<>(AccessClass.class);
    private final Map<AccessClass, Long> requesting = new EnumMap<>(AccessClass.class);

    /**
     * @param ofTheDay accesses of the whole day, whichever week they are in
     * @param visitors visitors of the whole day; -1 where nobody knows
     */
    DayTally(long ofTheDay, int visitors) {
        this.ofTheDay = ofTheDay;
        this.visitors = visitors;
    }

    void add(UsageCell cell) {
        counts.merge(cell.accessClass(), cell.count(), Long::sum);
        kinds.computeIfAbsent(cell.accessClass(), _ -> new EnumMap<>(AccessKind.class))
                .merge(cell.kind(), cell.count(), Long::sum);
        tools.computeIfAbsent(cell.accessClass(), _ -> new TreeMap<>()).merge(cell.tool(), cell.count(), Long::sum);
    }

    /** Adds how many sessions one hour had. */
    void addSessions(AccessClass accessClass, long withAnyAccess, long withData) {
        investigating.merge(accessClass, withAnyAccess, Long::max);
        requesting.merge(accessClass, withData, Long::max);
    }

    Set<AccessClass> classes() {
        return counts.keySet();
    }

    long count(AccessClass accessClass) {
        return counts.getOrDefault(accessClass, 0L);
    }

    Map<AccessKind, Long> kinds(AccessClass accessClass) {
        return kinds.getOrDefault(accessClass, Map.of());
    }

    Map<String, Long> tools(AccessClass accessClass) {
        return tools.getOrDefault(accessClass, Map.of());
    }

    /** Visitors of this class, at least. */
    long visitors(AccessClass accessClass) {
        if (visitors < 0 || accessClass == AccessClass.ROBOT) {
            return ENOUGH;
        }
        long count = count(accessClass);
        return most(count, visitors - (ofTheDay - count), investigating.getOrDefault(accessClass, 0L));
    }

    /** Visitors of this class who asked for this kind so often, at least. */
    long visitorsOf(AccessClass accessClass, AccessKind kind, long count) {
        long atLeast = visitorsOfPart(accessClass, count);
        if (kind == AccessKind.VIEW || atLeast == ENOUGH) {
            return atLeast;
        }
        long otherData = kinds(accessClass).entrySet().stream()
                .filter(each -> each.getKey() != AccessKind.VIEW && each.getKey() != kind)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Math.max(atLeast, requesting.getOrDefault(accessClass, 0L) - otherData);
    }

    /** Visitors behind this many of the class's accesses, at least. */
    long visitorsOfPart(AccessClass accessClass, long count) {
        long ofClass = visitors(accessClass);
        return ofClass == ENOUGH ? ENOUGH : most(count, ofClass - (count(accessClass) - count), 0);
    }

    /** Nobody visits without an access. */
    private static long most(long count, long byOthers, long bySessions) {
        return Math.min(count, Math.max(Math.max(count > 0 ? 1 : 0, byOthers), bySessions));
    }
}
