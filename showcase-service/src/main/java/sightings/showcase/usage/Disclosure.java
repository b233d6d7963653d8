package sightings.showcase.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.showcase.usage.UsageSeries.Part;
import sightings.showcase.usage.UsageSeries.ToolCount;
import sightings.showcase.usage.UsageSeries.Week;

/**
 * Decides what the public may know of counts. Pure.
 *
 * <p>A class's week is told where it has enough accesses and enough visitors. It is taken apart by kind as {@link Split}
 * does. Classes that are too small are told together where that is enough, else not at all; and every sum is made of what
 * is told, never of what is there. A week that can still grow is told in steps, since otherwise who looks twice would see a
 * single access come; so are sums over a window that moves.
 *
 * @param threshold the first number that is told
 */
record Disclosure(int threshold) {

    private static final Set<AccessClass> WITH_TOOLS = Set.of(AccessClass.TOOL, AccessClass.AI_AGENT);

    /** What is told of a week. */
    Week week(LocalDate monday, boolean open, WeekTally tally) {
        var byClass = new EnumMap<AccessClass, PublicCount>(AccessClass.class);
        var parts = new ArrayList<Part>();
        var few = new Group();
        int hiddenClasses = 0;
        for (var entry : tally.classes().entrySet()) {
            var accessClass = entry.getKey();
            var group = entry.getValue();
            if (group.isTold(threshold)) {
                var told = parts(accessClass, tally.kinds(accessClass), open);
                parts.addAll(told);
                byClass.put(accessClass, count(sum(told), open));
            } else if (!group.isEmpty()) {
                byClass.put(accessClass, new PublicCount.FewerThan(threshold));
                if (accessClass != AccessClass.ROBOT) {
                    few.add(group);
                    hiddenClasses++;
                }
            }
        }
        boolean pooled = few.isToldOf(hiddenClasses, threshold);
        if (pooled) {
            parts.add(part(null, null, few.count(), open));
        }
        boolean hidden = !few.isEmpty() && !pooled;
        long told = sum(parts.stream()
                .filter(part -> part.accessClass() != AccessClass.ROBOT)
                .toList());
        var total =
                told == 0 && hidden ? new PublicCount.FewerThan(threshold) : count(told, hidden || open && told > 0);
        return new Week(monday, open, total, byClass, parts);
    }

    /** What is told of all weeks together. */
    PublicCount total(List<Week> weeks) {
        long told = weeks.stream().mapToLong(week -> week.total().told()).sum();
        boolean whole = weeks.stream().allMatch(week -> week.total() instanceof PublicCount.Exact);
        return told == 0 && !whole ? new PublicCount.FewerThan(threshold) : count(told, !whole);
    }

    /** What is told of tools: only of weeks that are over and in which their class is told. */
    List<ToolCount> tools(List<WeekTally> weeksThatAreOver) {
        var tools = new ArrayList<ToolCount>();
        for (var accessClass : WITH_TOOLS) {
            var groups = new TreeMap<String, Group>();
            for (var week : weeksThatAreOver) {
                var ofClass = week.classes().get(accessClass);
                if (ofClass != null && ofClass.isTold(threshold)) {
                    week.tools(accessClass)
                            .forEach((tool, group) -> groups.computeIfAbsent(tool, _ -> new Group())
                                    .add(group));
                }
            }
            var split = Split.of(groups, threshold, Split.MANY);
            split.parts().forEach((tool, count) -> tools.add(new ToolCount(accessClass, tool, stepped(count))));
            if (split.rest() >= threshold) {
                tools.add(new ToolCount(accessClass, null, stepped(split.rest())));
            }
        }
        tools.sort(Comparator.comparing((ToolCount tool) -> tool.tool() == null)
                .thenComparing(tool -> -tool.count().told())
                .thenComparing(ToolCount::accessClass)
                .thenComparing(tool -> String.valueOf(tool.tool())));
        return tools;
    }

    /** What is told of sessions. A visitor has one an hour, so this many sessions may be as few as one visitor a day. */
    PublicCount sessions(long count) {
        return count > 0 && count < threshold ? new PublicCount.FewerThan(threshold) : stepped(count);
    }

    private List<Part> parts(AccessClass accessClass, Map<AccessKind, Group> kinds, boolean open) {
        var split = Split.of(kinds, threshold, AccessKind.values().length);
        var parts = new ArrayList<Part>();
        split.parts().forEach((kind, count) -> parts.add(part(accessClass, kind, count, open)));
        if (split.rest() > 0) {
            parts.add(part(accessClass, null, split.rest(), open));
        }
        return parts;
    }

    private Part part(@Nullable AccessClass accessClass, @Nullable AccessKind kind, long count, boolean open) {
        return new Part(accessClass, kind, open ? stepped(count) : new PublicCount.Exact(count));
    }

    private PublicCount stepped(long count) {
        return new PublicCount.AtLeast(count / threshold * threshold);
    }

    private static PublicCount count(long told, boolean open) {
        return open ? new PublicCount.AtLeast(told) : new PublicCount.Exact(told);
    }

    private static long sum(List<Part> parts) {
        return parts.stream().mapToLong(part -> part.count().told()).sum();
    }
}
