package sightings.showcase.demand;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sightings.event.DemandSeen;

/**
 * Something that visitors ask for in vain, as all logs together show it.
 *
 * @param kind how they ask
 * @param what the key in the address, or the words of the search
 * @param visitorsAtLeast how many visitors, as the log with the most of them shows it
 * @param firstDay first day on which somebody asked, UTC
 * @param lastDay last day on which somebody asked, UTC
 */
public record Demand(DemandSeen.Kind kind, String what, int visitorsAtLeast, LocalDate firstDay, LocalDate lastDay) {

    private static final Comparator<Demand> ORDER = Comparator.comparingInt(Demand::visitorsAtLeast)
            .reversed()
            .thenComparing(Demand::lastDay, Comparator.reverseOrder())
            .thenComparing(Demand::what)
            .thenComparing(Demand::kind);

    /** What is asked for by the most visitors first, of as many the latest. Two portals may have visitors in common, so none are added up. */
    public static List<Demand> of(Collection<DemandSeen> told) {
        Map<String, Demand> all = new LinkedHashMap<>();
        for (DemandSeen seen : told) {
            var one = new Demand(seen.kind(), seen.what(), seen.visitorsAtLeast(), seen.firstDay(), seen.lastDay());
            all.merge(one.about(), one, Demand::with);
        }
        return all.values().stream().sorted(ORDER).toList();
    }

    /** What stands for it in instructions. */
    public String about() {
        return DemandSeen.about(kind, what);
    }

    private Demand with(Demand other) {
        return new Demand(
                kind,
                what,
                Math.max(visitorsAtLeast, other.visitorsAtLeast),
                firstDay.isBefore(other.firstDay) ? firstDay : other.firstDay,
                lastDay.isAfter(other.lastDay) ? lastDay : other.lastDay);
    }
}
