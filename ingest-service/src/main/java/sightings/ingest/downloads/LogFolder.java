package sightings.ingest.downloads;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
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

    private static final int LINE = 1 << 16;

    private final Path folder;
    private final @Nullable PathMatcher names;
    private final InstantSource clock;
    private final Map<Path, Settled> settled = new HashMap<>();

    /** A file that need not be looked at while it stays as it is; its part is null where it cannot be read. */
    private record Settled(LogFile file, @Nullable String part) {}

    /**
     * What a look at the folder gives.
     *
     * @param plan what is to be read
     * @param present all files whose part is known, by part
     * @param heads first bytes of what nobody has read yet
     * @param unreadable names of files that cannot be read and do not change any more
     * @param unsure whether some files could not be told this time
     */
    record Look(
            ReadingPlan plan,
            Map<String, LogFile> present,
            List<Head> heads,
            List<String> unreadable,
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
        var present = new HashMap<String, LogFile>();
        var unreadable = new ArrayList<String>();
        boolean unsure = false;
        var paths = paths();
        settled.keySet().retainAll(new HashSet<>(paths));
        for (var path : paths) {
            try {
                var file = LogFile.of(path);
                var before = settled.get(path);
                if (before == null || !before.file().equals(file)) {
                    before = look(file, states.values(), found);
                }
                if (before != null && before.part() != null) {
                    keepNewer(present, before.part(), file);
                } else if (before != null) {
                    unreadable.add(file.name());
                }
            } catch (NoSuchFileException e) {
                // Renamed or deleted since the folder was listed.
                unsure = true;
            } catch (IOException e) {
                unsure |= unreadable(path, unreadable);
            }
        }
        var plan = ReadingPlan.of(found, states.keySet());
        plan.parts().forEach((file, part) -> keepNewer(present, part, file));
        var heads = found.stream()
                .filter(each -> !each.goesOn())
                .map(ReadingPlan.Present::head)
                .toList();
        return new Look(plan, present, heads, unreadable, unsure);
    }

    /** The file has been read to its end, and is left alone until it changes. */
    void done(LogFile file, String part) {
        if (file.changed().plus(COARSE).isBefore(clock.instant())) {
            settled.put(file.path(), new Settled(file, part));
        }
    }

    /** The file is torn or damaged, and is left alone until it changes; true where it may still be being written. */
    boolean broken(LogFile file) {
        boolean young = file.changed().plus(BEING_PACKED).isAfter(clock.instant());
        if (!young) {
            settled.put(file.path(), new Settled(file, null));
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
        var head = Head.of(file);
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
                done(file, known.part());
                return new Settled(file, known.part());
            }
        }
        found.add(present);
        return null;
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

    /** The last place up to which the file is the same as what was read. */
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
                last = mark;
            }
        }
        return last;
    }
}
