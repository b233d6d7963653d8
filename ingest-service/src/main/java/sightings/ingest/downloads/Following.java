package sightings.ingest.downloads;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows the files of a folder: reads what is new in them line by line, hands it over step by step, and misses what is
 * gone. It does not know what stands in a line. Used by one thread.
 */
final class Following {

    private static final int LINES_OF_A_STEP = 100_000;
    private static final int SENT_OF_A_STEP = 20_000;

    private final LogFolder folder;
    private final InstantSource clock;
    private Set<String> suspected = Set.of();

    Following(LogFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Takes the lines. */
    interface Taker {

        /** Lines of this file come next; false where they cannot be understood, and are better left unread. */
        boolean begin(ReadingPlan.Step file) throws IOException;

        /**
         * A line.
         *
         * @param state of its file, whose accounting and referrals grow with it
         * @return how many events came of it
         */
        int line(Lines line, FileState state) throws InterruptedException;

        /**
         * All lines since the last commit are done with this state; either both are kept or neither. It may return before they
         * are, and then keeps them before those of any later commit.
         */
        void commit(FileState state) throws InterruptedException;

        /** Returns when all that was committed is kept. */
        void settle() throws InterruptedException;

        /** Keeps what the folder holds. */
        void commit(FolderMemory memory) throws InterruptedException;

        /** Forgets the lines since the last commit: their file could not be read on. */
        void drop();

        /** Whether enough has been read for one round. */
        boolean isOver();
    }

    /**
     * What a round did.
     *
     * @param memory what the folder holds
     * @param losses what turned out to be missing in this round
     * @param unreadable names of files that cannot be read
     * @param unclear names of files in which nobody knows what stands
     * @param taken bytes read from disk
     * @param left bytes on disk that are still to be read
     * @param filesLeft in how many files they are
     */
    record Round(
            FolderMemory memory,
            List<FolderMemory.Loss> losses,
            List<String> unreadable,
            List<String> unclear,
            long taken,
            long left,
            int filesLeft) {

        Round {
            losses = List.copyOf(losses);
            unreadable = List.copyOf(unreadable);
            unclear = List.copyOf(unclear);
        }
    }

    Path folder() {
        return folder.path();
    }

    /**
     * Looks once and reads on.
     *
     * @param states all files that are known, by part; those that were read are replaced
     * @param before what the folder held
     */
    Round look(Map<String, FileState> states, FolderMemory before, Taker taker)
            throws IOException, InterruptedException {
        var look = folder.look(states);
        var missing = before.missing(look.present(), look.unsettled(), states);
        // A file may be renamed while the folder is listed, or be being packed; what is missing twice is gone.
        boolean sure = !look.unsure();
        var losses = missing.stream()
                .filter(loss -> sure && suspected.contains(loss.part()))
                .toList();
        var memory = before.lost(losses, clock.instant());
        var missed = new HashSet<String>();
        missing.stream().filter(loss -> !losses.contains(loss)).forEach(loss -> missed.add(loss.part()));
        suspected = sure ? Set.copyOf(missed) : Set.of();
        var pass = new Pass(states, taker);
        pass.read(look);
        while (look.plan().waiting() > 0 && pass.taken > 0 && !taker.isOver()) {
            look = folder.look(states);
            pass.read(look);
        }
        taker.settle();
        var now = memory.seen(look.present(), states.keySet(), missed, pass.rest);
        if (!now.equals(before)) {
            taker.commit(now);
        }
        return new Round(
                now,
                losses,
                new ArrayList<>(pass.unreadable),
                new ArrayList<>(pass.unclear),
                pass.allTaken,
                pass.left,
                pass.rest.size());
    }

    /** Reads what a look has found, and again what waited for it. */
    private final class Pass {

        private final Map<String, FileState> states;
        private final Taker taker;
        private final Set<String> unreadable = new TreeSet<>();
        private final Set<String> unclear = new TreeSet<>();
        private final Map<String, FolderMemory.Unread> rest = new HashMap<>();
        private long taken;
        private long allTaken;
        private long left;

        Pass(Map<String, FileState> states, Taker taker) {
            this.states = states;
            this.taker = taker;
        }

        void read(LogFolder.Look look) throws IOException, InterruptedException {
            unreadable.addAll(look.unreadable());
            unclear.addAll(look.unclear());
            rest.clear();
            taken = 0;
            left = 0;
            for (var step : look.plan().files()) {
                read(new Reading(step, taker));
            }
            allTaken += taken;
        }

        private void read(Reading reading) throws IOException, InterruptedException {
            try {
                if (!taker.isOver()) {
                    reading.read(states);
                }
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (NoSuchFileException e) {
                // Renamed or deleted since the look; it is found at the next one.
            } catch (IOException e) {
                taker.drop();
                if (!folder.broken(reading.step.file())) {
                    unreadable.add(reading.step.file().name());
                }
                reading.finished = true;
            }
            taken += reading.taken;
            if (!reading.clear) {
                unclear.add(reading.step.file().name());
            }
            if (!reading.finished) {
                left += reading.left();
                rest.put(reading.state.part(), reading.unread());
            }
        }
    }

    /** Reads one file, step by step. */
    private final class Reading {

        private final ReadingPlan.Step step;
        private final Taker taker;
        private FileState state;
        private boolean clear = true;
        private boolean finished;
        private long taken;
        private long at;

        Reading(ReadingPlan.Step step, Taker taker) {
            this.step = step;
            this.taker = taker;
            this.state = step.state();
            this.at = step.file().packed() ? 0 : state.position();
        }

        long left() {
            return Math.max(0, step.file().size() - at);
        }

        FolderMemory.Unread unread() {
            return new FolderMemory.Unread(
                    state.head(), left(), state.changed(), step.file().name());
        }

        void read(Map<String, FileState> states) throws IOException, InterruptedException {
            var file = step.file();
            try (var text = file.open()) {
                int length = (int) Math.min(FileState.TAIL, state.position());
                var tail = text.before(state.position(), length);
                if (tail.length < length || !state.follows(tail) || !begins(text) || file.isReplaced()) {
                    // Another file took its name since the look.
                    return;
                }
                long from = text.taken();
                if (!taker.begin(step)) {
                    folder.unclear(file);
                    clear = false;
                    finished = true;
                    return;
                }
                boolean endCloses = step.whole() && folder.isEnded(file);
                var lines = new Lines(text.rest(), state.position(), tail, state.inLine(), endCloses);
                boolean more = true;
                while (more && (state == step.state() || !taker.isOver())) {
                    more = step(lines, states);
                    at = text.taken();
                    taken = at - from;
                }
                if (more) {
                    return;
                }
            }
            finished = true;
            if (file.packed()) {
                state = state.readFrom(file.size());
                keep(states);
            }
            // From here on the file is left alone, so that nothing of it may still get lost.
            taker.settle();
            folder.done(file, state.part(), file.packed() || state.position() >= file.size());
        }

        private boolean begins(LogFile.Text text) throws IOException {
            if (state.position() > 0 || step.file().packed()) {
                return true;
            }
            int length = Math.min(FileState.TAIL, step.firstBytes().length);
            boolean same = Arrays.equals(text.before(length, length), Arrays.copyOf(step.firstBytes(), length));
            text.before(0, 0);
            return same;
        }

        /** Reads some lines and commits them; false at the end of the file. */
        private boolean step(Lines lines, Map<String, FileState> states) throws IOException, InterruptedException {
            int read = 0;
            int sent = 0;
            boolean line = true;
            while (read < LINES_OF_A_STEP && sent < SENT_OF_A_STEP && line) {
                line = lines.next();
                if (line) {
                    read++;
                    sent += taker.line(lines, state);
                }
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (lines.position() > state.position()) {
                state = state.readTo(lines, step.firstBytes(), step.file());
                keep(states);
            }
            return line;
        }

        private void keep(Map<String, FileState> states) throws InterruptedException {
            taker.commit(state);
            states.put(state.part(), state);
        }
    }
}
