package sightings.ingest.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts clicks, however many and in whatever order they come, within bounded memory: what does not fit is written to disk
 * in sorted runs, which are merged when they are read. The files are deleted on closing, and nobody else may read them.
 * They hold hashes under a seed that is never written, no address and no URL. A click is {@value #WIDTH} numbers, and
 * sorts by them in order. Any number of threads add to it, each to a {@link Batch} of its own.
 */
final class ClickSorter implements AutoCloseable {

    /** Numbers of a click. */
    static final int WIDTH = 4;

    private static final int RUNS_AT_ONCE = 64;
    private static final int CLICKS_AT_ONCE = 1_024;

    private final Path folder;
    private final long[] clicks;
    private final List<SortedRun> runs = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();
    private int size;

    /** Takes in sorted clicks. */
    @FunctionalInterface
    interface Taker {

        /** Takes in the click that begins at this place of the numbers. */
        void click(long[] numbers, int at);
    }

    /**
     * @param folder where runs are written
     * @param inMemory how many clicks are kept in memory
     */
    ClickSorter(Path folder, int inMemory) {
        this.folder = folder;
        this.clicks = new long[inMemory * WIDTH];
    }

    /** What one thread adds to. */
    synchronized Batch batch() {
        var batch = new Batch();
        batches.add(batch);
        return batch;
    }

    /** Takes clicks of one thread, many at once, so that threads seldom wait for each other. */
    final class Batch {

        private final long[] added = new long[CLICKS_AT_ONCE * WIDTH];
        private int filled;

        void add(long first, long second, long third, long fourth) {
            if (filled == added.length) {
                hand();
            }
            added[filled] = first;
            added[filled + 1] = second;
            added[filled + 2] = third;
            added[filled + 3] = fourth;
            filled += WIDTH;
        }

        private void hand() {
            take(added, filled);
            filled = 0;
        }
    }

    private synchronized void take(long[] added, int length) {
        int taken = 0;
        while (taken < length) {
            if (size == clicks.length) {
                spill();
            }
            int fits = Math.min(length - taken, clicks.length - size);
            System.arraycopy(added, taken, clicks, size, fits);
            size += fits;
            taken += fits;
        }
    }

    /** Hands out all of them, sorted, once; nobody adds any more. */
    synchronized void forEach(Taker taker) throws IOException {
        batches.forEach(Batch::hand);
        if (runs.isEmpty()) {
            Quicksort.sort(clicks, size / WIDTH);
            for (int at = 0; at < size; at += WIDTH) {
                taker.click(clicks, at);
            }
            return;
        }
        spill();
        RunMerger.merge(runs, taker);
    }

    /** How many runs are on disk. */
    synchronized int runs() {
        return runs.size();
    }

    private void spill() {
        Quicksort.sort(clicks, size / WIDTH);
        try {
            runs.add(SortedRun.write(folder, clicks, size));
            size = 0;
            if (runs.size() >= RUNS_AT_ONCE) {
                var longer = RunMerger.merged(folder, runs);
                closeRuns();
                runs.add(longer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeRuns() throws IOException {
        for (var run : runs) {
            run.close();
        }
        runs.clear();
    }

    @Override
    public synchronized void close() throws IOException {
        closeRuns();
    }
}
