package sightings.ingest.statistics;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.UsageCell;
import sightings.evidence.Hashes;
import sightings.ingest.downloads.AgentClassifier;

/** What a portal counted of one dataset in one month, by day and kind. Small, since a file has many of them. */
final class MonthCounts {

    /** More is not believed of one dataset's day and kind. */
    static final int MOST = 1_000_000_000;

    private static final int DAYS = 31;
    private static final AccessKind[] KINDS = AccessKind.values();
    private static final int NONE = -1;
    private static final int HASH = 16;

    private final int[] counts = new int[DAYS * KINDS.length];

    MonthCounts() {
        Arrays.fill(counts, NONE);
    }

    private static int at(LocalDate day, AccessKind kind) {
        return (day.getDayOfMonth() - 1) * KINDS.length + kind.ordinal();
    }

    boolean has(LocalDate day, AccessKind kind) {
        return counts[at(day, kind)] != NONE;
    }

    /** Adds to what there is; says no, and adds nothing, where that came to more than {@value #MOST}. */
    boolean add(LocalDate day, AccessKind kind, int count) {
        int at = at(day, kind);
        int before = Math.max(0, counts[at]);
        if (count > MOST - before) {
            return false;
        }
        counts[at] = before + count;
        return true;
    }

    /** The days that have a count, the first one in the lowest bit. */
    int days() {
        int days = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != NONE) {
                days |= 1 << i / KINDS.length;
            }
        }
        return days;
    }

    /** The counts of one day, by kind. */
    List<UsageCell> cells(int dayOfMonth) {
        var cells = new ArrayList<UsageCell>();
        for (var kind : KINDS) {
            int count = counts[(dayOfMonth - 1) * KINDS.length + kind.ordinal()];
            if (count != NONE) {
                cells.add(new UsageCell(-1, AccessClass.PERSON, AgentClassifier.NO_TOOL, kind, count));
            }
        }
        return cells;
    }

    /** By which the same counts are known again. */
    String hash() {
        var bytes = ByteBuffer.allocate(counts.length * Integer.BYTES);
        bytes.asIntBuffer().put(counts);
        return Hashes.id(bytes.array()).substring(0, HASH);
    }
}
