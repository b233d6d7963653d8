package sightings.showcase.usage;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sightings.event.AccessClass;
import sightings.event.AccessKind;

/**
 * How much a dataset was used, week by week in the city's time zone, without gaps, oldest first. Every number is a sum of
 * parts that are told, so that what is not told does not come out by subtraction.
 *
 * @param weeks the weeks
 * @param total of all weeks, robots left out
 * @param tools accesses by tools and AI agents in all weeks that are over, by name, most first
 */
public record UsageSeries(List<Week> weeks, PublicCount total, List<ToolCount> tools) {

    public UsageSeries {
        weeks = List.copyOf(weeks);
        tools = List.copyOf(tools);
    }

    /** Whether there is anything to show. */
    public boolean isEmpty() {
        return weeks.stream().allMatch(week -> week.byClass().isEmpty());
    }

    /**
     * One week.
     *
     * @param monday its first day
     * @param open whether it can still grow: then its numbers are rounded down
     * @param total of all classes but robots
     * @param byClass by who asked; classes without accesses are left out
     * @param parts what is told, added up to the total where robots are left out
     */
    public record Week(
            LocalDate monday,
            boolean open,
            PublicCount total,
            Map<AccessClass, PublicCount> byClass,
            List<Part> parts) {

        public Week {
            byClass = Collections.unmodifiableMap(byClass);
            parts = List.copyOf(parts);
        }

        /** Its last day, a Sunday. */
        public LocalDate sunday() {
            return monday.plusDays(6);
        }

        /** By what was asked, robots left out. What is not told apart is in no kind. */
        public Map<AccessKind, PublicCount> byKind() {
            var sums = new EnumMap<AccessKind, PublicCount>(AccessKind.class);
            for (var part : parts) {
                var kind = part.kind();
                if (kind != null && part.accessClass() != AccessClass.ROBOT) {
                    sums.merge(kind, part.count(), Week::sum);
                }
            }
            return sums;
        }

        /** What is told without the kind, robots left out. */
        public PublicCount ofNoKind() {
            return parts.stream()
                    .filter(part -> part.kind() == null && part.accessClass() != AccessClass.ROBOT)
                    .map(Part::count)
                    .reduce(Week::sum)
                    .orElse(new PublicCount.Exact(0));
        }

        private static PublicCount sum(PublicCount one, PublicCount other) {
            long sum = one.told() + other.told();
            return one instanceof PublicCount.Exact && other instanceof PublicCount.Exact
                    ? new PublicCount.Exact(sum)
                    : new PublicCount.AtLeast(sum);
        }
    }

    /**
     * Accesses of one week that are told by themselves.
     *
     * @param accessClass who; null for several classes that are too small to be told apart
     * @param kind what; null for several kinds
     * @param count how often
     */
    public record Part(
            @Nullable AccessClass accessClass, @Nullable AccessKind kind, PublicCount count) {}

    /**
     * Accesses by one tool.
     *
     * @param accessClass tool or AI agent
     * @param tool its name; null for all that are too small to be named
     * @param count how often, rounded down
     */
    public record ToolCount(
            AccessClass accessClass, @Nullable String tool, PublicCount count) {}
}
