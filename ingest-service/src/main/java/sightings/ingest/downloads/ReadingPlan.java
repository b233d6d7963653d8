package sightings.ingest.downloads;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.ingest.downloads.Marks.Mark;

/**
 * Decides what of a folder is to be read and from where, from what is there and what is known: a text is read behind the
 * longest beginning of it that has been read before, under whatever name. Where several files go on from the same place, one is read now;
 * the others are looked at again when it has been, and are by then copies of it or something else. It reads nothing itself.
 *
 * @param files what is to be read, the oldest first
 * @param parts part of each file that is read or goes on where a known one ends
 * @param waiting how many files wait for another to be read
 */
record ReadingPlan(List<Step> files, Map<LogFile, String> parts, int waiting) {

    /**
     * A file as it lies there.
     *
     * @param file the file
     * @param head its first bytes
     * @param known the state of which it repeats most; null where it repeats none
     * @param same up to where it does; null where it repeats none
     */
    record Present(
            LogFile file,
            Head head,
            @Nullable FileState known,
            @Nullable Mark same) {

        /** Whether it goes on where the known one ends; else it is another text from there on. */
        boolean goesOn() {
            return known != null && same != null && same.position() == known.position();
        }

        /** Whether there may be something behind what it repeats. */
        private boolean hasMore() {
            return file.packed() || same == null || file.size() > same.position();
        }

        /** Its state, where it does not just go on: of a new text, or of one that is new from some place on. */
        private FileState begun(String mark) {
            var begun = FileState.begin(head.lines(), mark);
            return known == null || same == null ? begun : known.fork(begun, same);
        }
    }

    /**
     * A file that is to be read, and from where.
     *
     * @param file the file
     * @param state its state
     * @param firstBytes its complete first lines as they are now
     * @param whole whether it is read as a text of its own; else what stands behind its last line end is nothing new
     */
    record Step(LogFile file, FileState state, byte[] firstBytes, boolean whole) {

        /**
         * The first bytes of the text, or fewer where it is shorter.
         *
         * @throws NoSuchFileException where another file took its name
         */
        byte[] beginning(int length) throws IOException {
            try (var text = file.open()) {
                var bytes = text.rest().readNBytes(length);
                int known = Math.min(length, firstBytes.length);
                if (!Arrays.equals(bytes, 0, Math.min(known, bytes.length), firstBytes, 0, known)) {
                    throw new NoSuchFileException(file.name());
                }
                return bytes;
            }
        }
    }

    private static final Comparator<Present> BETTER = Comparator.comparing(Present::hasMore)
            .thenComparing(present -> !present.file().packed())
            .thenComparing(present -> present.file().size())
            .thenComparing(present -> present.file().name(), Comparator.reverseOrder());

    ReadingPlan {
        files = List.copyOf(files);
        parts = Map.copyOf(parts);
    }

    /**
     * @param present the files that are not known to be read to their end
     * @param taken parts that are known already
     */
    static ReadingPlan of(Collection<Present> present, Set<String> taken) {
        var steps = new ArrayList<Step>();
        var parts = new HashMap<LogFile, String>();
        var fresh = new ArrayList<Present>();
        var known = new HashMap<String, Present>();
        for (var each : present) {
            if (each.known() == null || !each.goesOn()) {
                fresh.add(each);
            } else {
                parts.put(each.file(), each.known().part());
                known.merge(each.known().part(), each, (one, other) -> BETTER.compare(one, other) >= 0 ? one : other);
            }
        }
        for (var each : known.values()) {
            var state = each.known();
            if (state != null && each.hasMore()) {
                steps.add(new Step(each.file(), state, each.head().lines(), true));
            }
        }
        int waiting = begin(fresh, new HashSet<>(taken), steps, parts);
        steps.sort(Comparator.comparing((Step step) -> step.file().changed())
                .thenComparing(step -> step.file().name()));
        return new ReadingPlan(steps, parts, waiting);
    }

    /** Of new files that begin alike the longest is read now, and the others when that tells what they have of their own. */
    private static int begin(List<Present> fresh, Set<String> taken, List<Step> steps, Map<LogFile, String> parts) {
        fresh.sort(Comparator.comparing((Present each) -> each.head().lines().length)
                .thenComparing(BETTER)
                .reversed());
        var begun = new ArrayList<Present>();
        for (var each : fresh) {
            if (begun.stream().noneMatch(other -> each.head().begins(other.head()))) {
                var state = each.begun("");
                for (int i = 2; taken.contains(state.part()); i++) {
                    state = each.begun("-" + i);
                }
                taken.add(state.part());
                begun.add(each);
                parts.put(each.file(), state.part());
                steps.add(new Step(each.file(), state, each.head().lines(), each.known() == null));
            }
        }
        return fresh.size() - begun.size();
    }
}
