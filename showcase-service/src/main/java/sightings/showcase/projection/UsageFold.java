package sightings.showcase.projection;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import sightings.event.AccessClass;
import sightings.event.UsageCell;
import sightings.event.UsageCounted;
import sightings.showcase.usage.UsageDocument;

/** Makes the document of a dataset's day. The last count stands for the day, so nothing earlier is looked at. Pure. */
final class UsageFold {

    private static final Comparator<UsageCell> ORDER = Comparator.comparingInt(UsageCell::hour)
            .thenComparing(UsageCell::accessClass)
            .thenComparing(UsageCell::tool)
            .thenComparing(UsageCell::kind);

    private UsageFold() {}

    /** The document of this count. */
    static UsageDocument of(UsageCounted event) {
        var hours = new TreeMap<String, Long>();
        long total = 0;
        long robots = 0;
        for (var cell : event.cells()) {
            if (cell.accessClass() == AccessClass.ROBOT) {
                robots += cell.count();
            } else {
                total += cell.count();
                hours.merge(hour(cell.hour()), cell.count(), Long::sum);
            }
        }
        return new UsageDocument(
                event.dataset(),
                event.day(),
                event.profile(),
                event.part(),
                event.visitors(),
                total,
                robots,
                hours,
                event.cells().stream().sorted(ORDER).toList(),
                event.unique(),
                event.lists(),
                event.callers());
    }

    /** What stays where the count was taken out, so that a late older write cannot bring it back. */
    static UsageDocument gone() {
        return new UsageDocument(
                null, null, null, null, -1, 0, 0, new TreeMap<>(), List.of(), List.of(), List.of(), List.of());
    }

    private static String hour(int hour) {
        if (hour < 0 || hour > 23) {
            return UsageDocument.DAY;
        }
        return (hour < 10 ? "0" : "") + hour;
    }
}
