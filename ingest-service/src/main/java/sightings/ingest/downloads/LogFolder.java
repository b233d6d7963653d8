package sightings.ingest.downloads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a log folder, each with how far it has been read. A file that was renamed, packed or copied before it was
 * cut is known again by its bytes. Where two files are the same one, as while it is being packed, the plain and longer one is read. A
 * file that only begins like a known one is a new one.
 */
final class LogFolder {

    private final Path folder;
    private final Map<Path, Seen> seen = new HashMap<>();

    /** What was found out about a file as long as it does not change. */
    private record Seen(LogFile file, @Nullable String done) {}

    /**
     * A file and how far it has been read.
     *
     * @param file the file
     * @param state its state
     * @param firstBytes its first bytes as they are now
     */
    record Found(LogFile file, FileState state, byte[] firstBytes) {}

    /**
     * What a look at the folder gives.
     *
     * @param files what may have unread lines, the oldest first
     * @param unreadable names of files that could not be read
     */
    record Look(List<Found> files, List<String> unreadable) {}

    LogFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** The files that may have unread lines. */
    Look look(Map<String, FileState> states) throws IOException {
        var byPart = new TreeMap<String, Found>();
        var unreadable = new ArrayList<String>();
        var present = files();
        seen.keySet().retainAll(new HashSet<>(present));
        var known = new HashMap<>(states);
        for (var path : present) {
            try {
                find(LogFile.of(path), known)
                        .ifPresent(found -> byPart.merge(found.state().part(), found, LogFolder::better));
            } catch (IOException e) {
                unreadable.add(path.getFileName().toString());
            }
        }
        var files = new ArrayList<>(byPart.values());
        files.sort(Comparator.comparing((Found found) -> found.file().changed())
                .thenComparing(found -> found.file().name()));
        return new Look(files, unreadable);
    }

    /** The file has been read to its end, and is left alone until it changes. */
    void done(LogFile file, String part) {
        seen.put(file.path(), new Seen(file, part));
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private java.util.Optional<Found> find(LogFile file, Map<String, FileState> known) throws IOException {
        var before = seen.get(file.path());
        if (before != null && before.file().equals(file) && before.done() != null) {
            return java.util.Optional.empty();
        }
        var firstBytes = FileState.firstBytes(file);
        if (firstBytes.length == 0) {
            return java.util.Optional.empty();
        }
        var state = stateOf(file, firstBytes, known);
        if (file.packed() && state.packedSize() == file.size()) {
            done(file, state.part());
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(new Found(file, state, firstBytes));
    }

    private static FileState stateOf(LogFile file, byte[] firstBytes, Map<String, FileState> known) throws IOException {
        var alike = known.values().stream()
                .filter(state -> state.beginsLike(firstBytes))
                .sorted(Comparator.comparingLong(FileState::position).reversed())
                .toList();
        for (var state : alike) {
            if (state.continues(file)) {
                return state;
            }
        }
        var begun = FileState.begin(firstBytes, "");
        for (int i = 2; known.containsKey(begun.part()); i++) {
            begun = FileState.begin(firstBytes, "-" + i);
        }
        known.put(begun.part(), begun);
        return begun;
    }

    private static Found better(Found one, Found other) {
        if (one.file().packed() != other.file().packed()) {
            return one.file().packed() ? other : one;
        }
        return other.file().size() > one.file().size() ? other : one;
    }
}
