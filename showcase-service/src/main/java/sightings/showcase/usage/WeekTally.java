package sightings.showcase.usage;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import sightings.event.AccessClass;
import sightings.event.AccessKind;

/** What happened in one week of the city: by class, and within each class by kind and by tool. */
final class WeekTally {

    private final Map<AccessClass, Group> classes = new EnumMap<>(AccessClass.class);
    private final Map<AccessClass, Map<AccessKind, Group>> kinds = new EnumMap<>(AccessClass.class);
    private final Map<AccessClass, Map<String, Group>> tools = new EnumMap<>(AccessClass.class);

    /** Adds what happened on one day. */
    void add(DayTally day) {
        day.classes().forEach(each -> {
            put(classes, each, day.count(each), day.visitors(each));
            day.kinds(each)
                    .forEach((kind, count) -> put(of(kinds, each), kind, count, day.visitorsOf(each, kind, count)));
            day.tools(each)
                    .forEach((tool, count) -> put(of(tools, each), tool, count, day.visitorsOfPart(each, count)));
        });
    }

    Map<AccessClass, Group> classes() {
        return classes;
    }

    Map<AccessKind, Group> kinds(AccessClass accessClass) {
        return kinds.getOrDefault(accessClass, Map.of());
    }

    Map<String, Group> tools(AccessClass accessClass) {
        return tools.getOrDefault(accessClass, Map.of());
    }

    private static <K> Map<K, Group> of(Map<AccessClass, Map<K, Group>> groups, AccessClass accessClass) {
        return groups.computeIfAbsent(accessClass, (Function<AccessClass, Map<K, Group>>) _ -> new TreeMap<>());
    }

    private static <K> void put(Map<K, Group> groups, K key, long count, long visitors) {
        groups.computeIfAbsent(key, _ -> new Group()).add(count, visitors);
    }
}
