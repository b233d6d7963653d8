package sightings.ingest.usage;

import java.io.IOException;
import java.nio.file.Path;
import sightings.event.AccessClass;
import sightings.event.AccessKind;

/**
 * Counts accesses under the rules of a profile, however many and in whatever order they come: they are sorted by visitor and day,
 * dataset, URL and time, on disk where memory is too small, and then each visitor's day is counted as it passes by and
 * forgotten. Any number of threads add to it, each to a {@link Part} of its own.
 */
public final class VisitCounter implements AutoCloseable {

    /** Most datasets that a catalogue may have here. */
    private static final int DATASET_BITS = 24;

    private static final long TIME_OFFSET = 1L << 38;
    private static final int TIME_SHIFT = 24;
    private static final int AGENT_SHIFT = 8;
    private static final int CLASS_SHIFT = 4;
    private static final int KIND_SHIFT = 2;
    private static final AccessClass[] CLASSES = AccessClass.values();
    private static final AccessKind[] KINDS = AccessKind.values();
    private static final SuccessfulDay.Answer[] ANSWERS = SuccessfulDay.Answer.values();

    private final Profile profile;
    private final ClickSorter clicks;

    /** Takes the counts of each visitor's day and dataset. */
    public interface Totals {

        /** What it is under {@link Profile#COUNTER_RD}; robots are not counted. */
        void counterRd(int dataset, int agent, VisitorDay day);

        /** What it is under {@link Profile#EVERY_DOWNLOAD}. */
        void everyDownload(int dataset, int agent, SuccessfulDay day);
    }

    /**
     * @param profile the rules
     * @param folder where accesses are written that do not fit into memory
     * @param inMemory how many fit; each takes 32 bytes
     */
    public VisitCounter(Profile profile, Path folder, int inMemory) {
        this.profile = profile;
        clicks = new ClickSorter(folder, inMemory);
    }

    /** What one thread adds accesses to. */
    public Part part() {
        return new Part(clicks.batch());
    }

    /** Takes in the accesses that one thread finds. */
    public static final class Part {

        private final ClickSorter.Batch batch;

        private Part(ClickSorter.Batch batch) {
            this.batch = batch;
        }

        /**
         * Takes in an access.
         *
         * @param visitorDay hash of 64 bits of the visitor and the UTC day
         * @param dataset number of the dataset, below 2^24
         * @param url hash of the whole URL, of which 40 bits tell one visitor's URLs of one dataset apart
         * @param second when, in seconds since 1970 UTC
         * @param agent number of the program, below 2^16
         * @param accessClass who asked
         * @param kind what was asked
         * @param status HTTP status
         * @param line hash of the whole line: identical lines are one access
         */
        public void add(
                long visitorDay,
                int dataset,
                long url,
                long second,
                int agent,
                AccessClass accessClass,
                AccessKind kind,
                int status,
                long line) {
            batch.add(
                    visitorDay,
                    (long) dataset << Long.SIZE - DATASET_BITS | url >>> DATASET_BITS,
                    second + TIME_OFFSET << TIME_SHIFT
                            | (long) agent << AGENT_SHIFT
                            | (long) accessClass.ordinal() << CLASS_SHIFT
                            | (long) kind.ordinal() << KIND_SHIFT
                            | SuccessfulDay.Answer.of(status).ordinal(),
                    line);
        }
    }

    /** Counts all, once, when nobody adds any more. */
    public void count(Totals totals) throws IOException {
        var days = new Days(totals, profile.isCounterRd());
        clicks.forEach(days);
        days.end();
    }

    /** How often accesses were written to disk. */
    public int spills() {
        return clicks.runs();
    }

    @Override
    public void close() throws IOException {
        clicks.close();
    }

    /** Tells visitors, days and datasets apart as sorted accesses pass by. */
    private static final class Days implements ClickSorter.Taker {

        private final Totals totals;
        private final VisitorDay counter = new VisitorDay();
        private final SuccessfulDay downloads = new SuccessfulDay();
        private final long[] last = new long[ClickSorter.WIDTH];
        private boolean any;
        private final boolean counterRd;
        private boolean counted;
        private int agent;

        Days(Totals totals, boolean counterRd) {
            this.totals = totals;
            this.counterRd = counterRd;
        }

        @Override
        public void click(long[] numbers, int at) {
            if (any && Quicksort.compare(numbers, at, last, 0) == 0) {
                repeated();
                return;
            }
            if (!any || numbers[at] != last[0] || dataset(numbers[at + 1]) != dataset(last[1])) {
                end();
                counter.begin();
                downloads.begin();
                counted = false;
            }
            any = true;
            System.arraycopy(numbers, at, last, 0, last.length);
            take(true);
        }

        /** An identical line is the same access; for the rule of double clicks it is one more of the chain. */
        private void repeated() {
            take(false);
        }

        private void take(boolean first) {
            var kind = KINDS[(int) last[2] >>> KIND_SHIFT & 3];
            var answer = ANSWERS[(int) last[2] & 3];
            long second = (last[2] >>> TIME_SHIFT) - TIME_OFFSET;
            if (counterRd) {
                // Where the log itself names visitors, one may use a robot and other programs as well.
                if (CLASSES[(int) last[2] >>> CLASS_SHIFT & 3] != AccessClass.ROBOT) {
                    counter.click(last[1], second, kind != AccessKind.VIEW);
                    note();
                }
            } else if (first) {
                downloads.access(last[1], second, kind, answer);
                note();
            }
        }

        private void note() {
            counted = true;
            agent = (int) (last[2] >>> AGENT_SHIFT) & 0xFFFF;
        }

        void end() {
            if (!counted) {
                return;
            }
            int dataset = dataset(last[1]);
            if (counterRd) {
                counter.end();
                totals.counterRd(dataset, agent, counter);
            } else {
                downloads.end();
                totals.everyDownload(dataset, agent, downloads);
            }
        }

        private static int dataset(long number) {
            return (int) (number >>> Long.SIZE - DATASET_BITS);
        }
    }
}
