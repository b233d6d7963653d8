package sightings.ingest.downloads;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sightings.ingest.bytes.Bytes;
import sightings.ingest.downloads.Marks.Mark;

/**
 * The files of a log folder, each with what of it has been read before, whatever it was called then: see
 * {@link ReadingPlan}. A file that was read to its end, and one that cannot be read, are left alone until they change.
 */
final class LogFolder {

    /** A file system's clock is no finer than this, so that a file may change twice at one time. */
    private static final Duration COARSE = Duration.ofSeconds(2);

    /** So long a file that cannot be read may be one that is being packed. */
    private static final Duration BEING_PACKED = Duration.ofMinutes(1);

    /** A server that has not written a line to its end for so long never will. */
    private static final Duration ENDED = Duration.ofHours(1);

    private static final int LINE = 1 << 16;

    private final Path folder;
    private final @Nullable PathMatcher names;
    private final InstantSource clock;
    private final Map<Path, Settled> settled = new HashMap<>();

    /** Why a file need not be looked at. */
    private enum Why {
        READ,
        UNREADABLE,
        UNCLEAR
    }

    /** A file that need not be looked at while it stays as it is, until some time; it has a part where it was read. */
    private record Settled(LogFile file, String part, Why why, Instant until) {

        boolean holds(LogFile now, Instant time) {
            return file.equals(now) && time.isBefore(until);
        }
    }

    /**
     * What a look at the folder gives.
     *
     * @param plan what is to be read
     * @param present all files whose part is known, by part
     * @param unsettled all files that may have unread lines
     * @param unreadable names of files that cannot be read and do not change any more
     * @param unclear names of files in which nobody knows what stands
     * @param unsure whether some files could not be told this time
     */
    record Look(
            ReadingPlan plan,
            Map<String, LogFile> present,
            List<ReadingPlan.Present> unsettled,
            List<String> unreadable,
            List<String> unclear,
            boolean unsure) {}

    /** @param folder a folder, all files of which are read, or one with a pattern for names in it, such as {@code /var/log/portal/access*} */
    LogFolder(Path folder, InstantSource clock) {
        var last = folder.getFileName();
        boolean pattern = last != null
                && last.toString().chars().anyMatch(letter -> "*?[{".indexOf(letter) >= 0)
                && !Files.isDirectory(folder);
        this.folder =
                pattern ? Objects.requireNonNullElse(folder.toAbsolutePath().getParent(), folder) : folder;
        this.names = pattern ? FileSystems.getDefault().getPathMatcher("glob:" + last) : null;
        this.clock = clock;
    }

    Path path() {
        return folder;
    }

    /** What there is and what of it may have unread lines. */
    Look look(Map<String, FileState> states) throws IOException {
        var found = new ArrayList<ReadingPlan.Present>();
        var read = new ArrayList<Settled>();
        var present = new HashMap<String, LogFile>();
        var unreadable = new ArrayList<String>();
        var unclear = new ArrayList<String>();
        boolean unsure = false;
        var paths = paths();
        settled.keySet().retainAll(new HashSet<>(paths));
        for (var path : paths) {
            try {
                var file = LogFile.of(path);
                var before = settled.get(path);
                if (before == null || !before.holds(file, clock.instant())) {
                    before = look(file, states.values(), found);
                }
                if (before != null) {
                    switch (before.why()) {
                        case READ -> read.add(before);
                        case UNREADABLE -> unreadable.add(file.name());
                        case UNCLEAR -> unclear.add(file.name());
                    }
                }
            } catch (NoSuchFileException e) {
                // Renamed or deleted since the folder was listed.
                unsure = true;
            } catch (IOException e) {
                unsure |= unreadable(path, unreadable);
            }
        }
        unsure |= compare(found, read, states, unreadable);
        read.forEach(each -> keepNewer(present, each.part(), each.file()));
        var plan = ReadingPlan.of(found, states.keySet());
        plan.parts().forEach((file, part) -> keepNewer(present, part, file));
        return new Look(plan, present, found, unreadable, unclear, unsure);
    }

    /**
     * The file has been read to its end, and is left alone until it changes.
     *
     * @param whole whether nothing stands behind its last line end; else it is left alone until that is taken for a line
     */
    void done(LogFile file, String part, boolean whole) {
        if (file.changed().plus(COARSE).isBefore(clock.instant())) {
            var until = whole ? Instant.MAX : file.changed().plus(ENDED);
            settled.put(file.path(), new Settled(file, part, Why.READ, until));
        }
    }

    /** Nobody knows what stands in the file; it is left alone until it changes. */
    void unclear(LogFile file) {
        settled.put(file.path(), new Settled(file, "", Why.UNCLEAR, Instant.MAX));
    }

    /** Whether nothing will be written behind what the file has now, so that its end ends its last line. */
    boolean isEnded(LogFile file) {
        return file.packed() || file.changed().plus(ENDED).isBefore(clock.instant());
    }

    /** The file is torn or damaged, and is left alone until it changes; true where it may still be being written. */
    boolean broken(LogFile file) {
        boolean young = file.changed().plus(BEING_PACKED).isAfter(clock.instant());
        if (!young) {
            settled.put(file.path(), new Settled(file, "", Why.UNREADABLE, Instant.MAX));
        }
        return young;
    }

    private boolean unreadable(Path path, List<String> unreadable) {
        try {
            if (broken(LogFile.of(path))) {
                return true;
            }
            unreadable.add(path.getFileName().toString());
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void keepNewer(Map<String, LogFile> present, String part, LogFile file) {
        present.merge(part, file, (one, other) -> one.changed().isBefore(other.changed()) ? other : one);
    }

    private List<Path> paths() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(path -> names == null || names.matches(path.getFileName()))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** Adds it to what was found, or says that it is settled. */
    private @Nullable Settled look(LogFile file, Collection<FileState> states, List<ReadingPlan.Present> found)
            throws IOException {
        var head = Head.of(file, isEnded(file));
        if (head.isEmpty()) {
            return null;
        }
        FileState known = null;
        Mark same = null;
        for (var state : states) {
            var mark = head.mayBe(state) ? same(file, state) : null;
            if (mark != null && (same == null || isBetter(mark, state, same))) {
                known = state;
                same = mark;
            }
        }
        var present = new ReadingPlan.Present(file, head, known, same);
        if (known != null && same != null) {
            boolean packedBefore = present.goesOn() && file.packed() && known.packedSize() == file.size();
            if (packedBefore || !present.goesOn() && !hasLineBehind(file, same)) {
                // Read to its end before, or a copy that was made before the file was read on.
                return copied(file, known);
            }
        }
        found.add(present);
        return null;
    }

    /**
     * A copy that ends between two marks, or goes another way from there, repeats more than they tell where what it is a copy
     * of lies beside it. True where some could not be compared.
     */
    private boolean compare(
            List<ReadingPlan.Present> found,
            List<Settled> read,
            Map<String, FileState> states,
            List<String> unreadable) {
        boolean unsure = false;
        var beside = new Copies();
        read.forEach(each -> beside.know(each.file(), states.get(each.part())));
        found.stream().filter(ReadingPlan.Present::goesOn).forEach(each -> beside.know(each.file(), each.known()));
        for (var each : List.copyOf(found)) {
            if (!each.goesOn()) {
                try {
                    var further = beside.further(each);
                    found.remove(each);
                    var known = further.known();
                    var same = further.same();
                    if (known == null || same == null || hasLineBehind(each.file(), same)) {
                        found.add(further);
                    } else {
                        read.add(copied(each.file(), known));
                    }
                } catch (NoSuchFileException e) {
                    found.remove(each);
                    unsure = true;
                } catch (IOException e) {
                    // As far as it can be read it is a copy.
                    found.remove(each);
                    unsure |= unreadable(each.file().path(), unreadable);
                }
            }
        }
        return unsure;
    }

    /** All of it has been read, under this name or another one. */
    private Settled copied(LogFile file, FileState known) {
        done(file, known.part(), true);
        return new Settled(file, known.part(), Why.READ, Instant.MAX);
    }

    private static boolean isBetter(Mark mark, FileState state, Mark than) {
        return mark.position() > than.position()
                || mark.position() == than.position() && mark.position() == state.position();
    }

    private static boolean hasLineBehind(LogFile file, Mark mark) throws IOException {
        try (var text = file.open()) {
            text.before(mark.position(), mark.length());
            var some = text.rest().readNBytes(LINE);
            return some.length == LINE || Bytes.indexOf((byte) '\n', some, 0, some.length) < some.length;
        }
    }

    private static boolean endsThere(LogFile file, FileState state) {
        return state.inLine() || (file.packed() ? state.packedSize() == file.size() : state.position() == file.size());
    }

    /**
     * The last place up to which the file is the same as what was read. Where that ended without a line end, another line may go
     * on from there.
     */
    private static @Nullable Mark same(LogFile file, FileState state) throws IOException {
        Mark last = null;
        try (var text = file.open()) {
            for (var mark : state.places()) {
                if (!file.packed() && mark.position() > file.size()) {
                    return last;
                }
                var bytes = text.before(mark.position(), mark.length());
                if (bytes.length < mark.length() || !mark.fits(bytes)) {
                    return last;
                }
                if (bytes[bytes.length - 1] == '\n' || mark.position() == state.position() && endsThere(file, state)) {
                    last = mark;
                }
            }
        }
        return last;
    }
}
