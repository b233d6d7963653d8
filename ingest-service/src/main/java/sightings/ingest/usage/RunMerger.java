package sightings.ingest.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.PriorityQueue;

/** Merges sorted runs into one order. */
final class RunMerger {

    private RunMerger() {}

    /** Hands out the clicks of all runs in order. */
    static void merge(List<SortedRun> runs, ClickSorter.Taker taker) throws IOException {
        var heads = new PriorityQueue<SortedRun.Reader>(
                Math.max(1, runs.size()), (one, other) -> Quicksort.compare(one.click(), 0, other.click(), 0));
        for (var run : runs) {
            var reader = run.reader();
            if (reader.next()) {
                heads.add(reader);
            }
        }
        for (var head = heads.poll(); head != null; head = heads.poll()) {
            taker.click(head.click(), 0);
            // Neighbours mostly stand in one run: it goes on as long as it is the least.
            while (head.next()) {
                var other = heads.peek();
                if (other != null && Quicksort.compare(head.click(), 0, other.click(), 0) > 0) {
                    heads.add(head);
                    break;
                }
                taker.click(head.click(), 0);
            }
        }
    }

    /** One run with the clicks of all. */
    static SortedRun merged(Path folder, List<SortedRun> runs) throws IOException {
        var longer = SortedRun.begin(folder);
        var writer = longer.writer();
        merge(runs, (numbers, at) -> {
            try {
                writer.click(numbers, at);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.flush();
        return longer;
    }
}
