package sightings.ingest.downloads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a folder as the log watcher does, and keeps the lines. Of a restart it keeps what a checkpoint keeps. */
final class RecordingReader {

    private final Path folder;
    private final InstantSource clock;
    private final Map<String, Map<String, String>> checkpoints = new HashMap<>();
    private final Map<String, Integer> read = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private int tooLong;
    private final Set<String> understood = new HashSet<>();
    private final @Nullable LineReader understanding;
    private final List<Lost> losses = new ArrayList<>();
    private Following following;
    private Following.@Nullable Round last;

    RecordingReader(Path folder, InstantSource clock) {
        this(folder, clock, null);
    }

    /** @param understanding makes accesses of the lines, if any are to be made */
    RecordingReader(Path folder, InstantSource clock, @Nullable LineReader understanding) {
        this.understanding = understanding;
        this.folder = folder;
        this.clock = clock;
        this.following = new Following(new LogFolder(folder, clock), clock);
    }

    /** Lines that may be missing, and when they were written. */
    record Lost(Instant after, Instant until) {

        boolean covers(Instant time) {
            return !time.isBefore(after) && !time.isAfter(until);
        }
    }

    /** The service is killed between reading and the commit behind so many. */
    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** Lines and how often each was read and committed. */
    Map<String, Integer> read() {
        return read;
    }

    /** The lines as they were committed. */
    List<String> order() {
        return order;
    }

    /** How many lines were too long. */
    int tooLong() {
        return tooLong;
    }

    /** The lines that were understood as requests for a dataset. */
    Set<String> understood() {
        return understood;
    }

    List<Lost> losses() {
        return losses;
    }

    /** What the last round was. */
    Following.@Nullable Round last() {
        return last;
    }

    /** Whether it has seen a file of this series before. */
    boolean watches(String series) {
        return FolderMemory.of(checkpoints.get(FolderMemory.PART)).newest().containsKey(series);
    }

    /** Leaves of the checkpoints what those of the first version had. */
    void forgetMarks() {
        checkpoints.remove(FolderMemory.PART);
        checkpoints.values().forEach(state -> state.keySet().removeAll(List.of("marks", "name", "changed")));
    }

    /** Everything but what was committed is forgotten. */
    void restart() {
        following = new Following(new LogFolder(folder, clock), clock);
    }

    void look() throws IOException {
        look(new Recording(Integer.MAX_VALUE, Integer.MAX_VALUE, () -> {}));
    }

    /** Is killed at the commit behind so many, and started again. */
    void crash(int commits) throws IOException {
        try {
            look(new Recording(commits, Integer.MAX_VALUE, () -> {}));
        } catch (Killed e) {
            restart();
        }
    }

    /** A round that is over behind so many commits. */
    void lookFor(int commits) throws IOException {
        look(new Recording(Integer.MAX_VALUE, commits, () -> {}));
    }

    /** Something happens while the first file is read. */
    void lookWhile(RotatingServer.Look something) throws IOException {
        look(new Recording(Integer.MAX_VALUE, Integer.MAX_VALUE, something));
    }

    private void look(Recording recording) throws IOException {
        var states = new HashMap<String, FileState>();
        checkpoints.forEach((part, state) -> {
            if (!part.equals(FolderMemory.PART)) {
                states.put(part, FileState.of(part, state));
            }
        });
        try {
            last = following.look(states, FolderMemory.of(checkpoints.get(FolderMemory.PART)), recording);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class Recording implements Following.Taker {

        private final int killedBehind;
        private final int overBehind;
        private final List<String> lines = new ArrayList<>();
        private RotatingServer.@Nullable Look something;
        private int commits;

        Recording(int killedBehind, int overBehind, RotatingServer.Look something) {
            this.killedBehind = killedBehind;
            this.overBehind = overBehind;
            this.something = something;
        }

        @Override
        public boolean begin(ReadingPlan.Step file) throws IOException {
            var now = something;
            something = null;
            if (now != null) {
                try {
                    now.look();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            return understanding == null
                    || understanding.beginFile(file::beginning, file.state().columns());
        }

        @Override
        public int line(Lines line, FileState state) throws InterruptedException {
            if (line.tooLong()) {
                tooLong++;
                return 0;
            }
            var text = new String(line.line(), 0, line.length(), StandardCharsets.UTF_8);
            lines.add(text);
            if (understanding != null && understanding.read(line, "late", state).isPresent()) {
                understood.add(text);
            }
            return 1;
        }

        @Override
        public void commit(FileState state) {
            count();
            lines.forEach(line -> read.merge(line, 1, Integer::sum));
            order.addAll(lines);
            lines.clear();
            checkpoints.put(state.part(), state.state());
        }

        @Override
        public void settle() {
            // All is kept at once.
        }

        @Override
        public void commit(FolderMemory memory) {
            count();
            var before = FolderMemory.of(checkpoints.get(FolderMemory.PART));
            if (memory.losses() > before.losses()) {
                losses.add(new Lost(
                        Instant.parse(memory.last().replaceAll(".*after (\\S+) and.*", "$1")), clock.instant()));
            }
            checkpoints.put(FolderMemory.PART, memory.state());
        }

        @Override
        public void drop() {
            lines.clear();
        }

        @Override
        public boolean isOver() {
            return commits >= overBehind;
        }

        private void count() {
            if (commits++ >= killedBehind) {
                throw new Killed();
            }
        }
    }
}
