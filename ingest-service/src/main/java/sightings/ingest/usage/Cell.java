package sightings.ingest.usage;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.DatasetAccessed;
import sightings.event.UsageCell;

/**
 * What the accesses of one count have in common within a dataset's day.
 *
 * @param hour UTC hour
 * @param accessClass who
 * @param tool name of the tool, or {@code -}
 * @param kind what
 */
record Cell(int hour, AccessClass accessClass, String tool, AccessKind kind) {

    private static final char SEPARATOR = '\t';
    private static final int PARTS = 4;
    private static final AccessClass[] CLASSES = AccessClass.values();
    private static final AccessKind[] KINDS = AccessKind.values();

    static Cell of(DatasetAccessed access) {
        return new Cell(
                access.time().atOffset(ZoneOffset.UTC).getHour(),
                access.accessClass(),
                oneLine(access.tool()),
                access.kind());
    }

    /** A name without what separates names here. */
    static String oneLine(String name) {
        return name.replace(SEPARATOR, ' ').replace('\n', ' ');
    }

    /** As a text that sorts by hour first. */
    String key() {
        return "" + (char) ('0' + hour / 10) + (char) ('0' + hour % 10) + SEPARATOR + accessClass + SEPARATOR + kind
                + SEPARATOR + tool;
    }

    /** Of what {@link #key} wrote; null where it is something else. */
    static @Nullable Cell ofKey(String key) {
        var parts = key.split("\t", PARTS);
        if (parts.length < PARTS) {
            return null;
        }
        var accessClass = named(CLASSES, parts[1]);
        var kind = named(KINDS, parts[2]);
        int hour = hour(parts[0]);
        return accessClass == null || kind == null || hour < 0 ? null : new Cell(hour, accessClass, parts[3], kind);
    }

    private static int hour(String digits) {
        return digits.length() == 2 && Character.isDigit(digits.charAt(0)) && Character.isDigit(digits.charAt(1))
                ? Integer.parseInt(digits)
                : -1;
    }

    private static <E extends Enum<E>> @Nullable E named(E[] all, String name) {
        for (var each : all) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }

    UsageCell counted(long count) {
        return new UsageCell(hour, accessClass, tool, kind, count);
    }
}
