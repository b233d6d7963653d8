package sightings.ingest.recognising;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was found in one text so far, and which parts of it are read already. */
final class Hits {

    private final List<Hit> all = new ArrayList<>();
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int spans;

    void add(Hit hit) {
        all.add(hit);
    }

    List<Hit> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** An address stands here; those that follow begin further on. */
    void read(int start, int end) {
        if (spans == starts.length) {
            starts = Arrays.copyOf(starts, spans * 2);
            ends = Arrays.copyOf(ends, spans * 2);
        }
        starts[spans] = start;
        // Addresses stand within addresses: what the outer one covers stays covered.
        ends[spans] = spans > 0 ? Math.max(end, ends[spans - 1]) : end;
        spans++;
    }

    /** Whether this position is in an address that was read. */
    boolean cover(int position) {
        int found = Arrays.binarySearch(starts, 0, spans, position);
        int span = found >= 0 ? found : -found - 2;
        return span >= 0 && position < ends[span];
    }
}
