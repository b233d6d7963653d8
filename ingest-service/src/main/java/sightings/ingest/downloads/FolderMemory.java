package sightings.ingest.downloads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a folder held when it was last looked at, so that lines are missed that were deleted or cut away unread. Two things
 * tell: a file is gone of which some was known to be unread, or the newest file of a series is gone while the series goes on, so that
 * nobody has seen its end. A file that was read and deleted when a newer one was there is no loss.
 *
 * @param newest part of the newest file of each series
 * @param unread files with unread bytes, by part
 * @param losses how often lines may have been lost
 * @param lostBytes how many bytes are known to be lost
 * @param last the last loss, for staff; empty where there was none
 * @param lastSeen when the last loss was noticed, in seconds since 1970
 */
record FolderMemory(
        SortedMap<String, String> newest,
        SortedMap<String, Unread> unread,
        long losses,
        long lostBytes,
        String last,
        long lastSeen) {

    /** Part of the checkpoint; no fingerprint is written so. */
    static final String PART = "folder";

    private static final int MOST_UNREAD = 1_000;
    private static final String NEWEST = "newest:";
    private static final String UNREAD = "unread:";

    /**
     * What was not read yet of a file.
     *
     * @param head how many of its first bytes make its part's hash
     * @param bytes how many bytes on disk are unread
     * @param changed when it had been written last, as far as it was read
     * @param name what it was called
     */
    record Unread(int head, long bytes, Instant changed, String name) {

        private static Unread parse(String text) {
            var parts = text.split(" ", 4);
            return new Unread(
                    Integer.parseInt(parts[0]),
                    Long.parseLong(parts[1]),
                    Instant.ofEpochSecond(Long.parseLong(parts[2])),
                    parts[3]);
        }

        private String text() {
            return head + " " + bytes + " " + changed.getEpochSecond() + " " + name;
        }
    }

    /**
     * Lines that may be missing.
     *
     * @param part of the file that is gone
     * @param name what it was called
     * @param bytes how many bytes are known to be missing; 0 where nobody can know
     * @param after they were written after this
     */
    record Loss(String part, String name, long bytes, Instant after) {}

    FolderMemory {
        newest = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(newest));
        unread = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(unread));
    }

    /** As a checkpoint has it; null where there is none yet. */
    static FolderMemory of(@Nullable Map<String, String> state) {
        var newest = new TreeMap<String, String>();
        var unread = new TreeMap<String, Unread>();
        var known = state == null ? Map.<String, String>of() : state;
        known.forEach((key, value) -> {
            if (key.startsWith(NEWEST)) {
                newest.put(key.substring(NEWEST.length()), value);
            } else if (key.startsWith(UNREAD)) {
                unread.put(key.substring(UNREAD.length()), Unread.parse(value));
            }
        });
        return new FolderMemory(
                newest,
                unread,
                Long.parseLong(known.getOrDefault("losses", "0")),
                Long.parseLong(known.getOrDefault("lostBytes", "0")),
                known.getOrDefault("last", ""),
                Long.parseLong(known.getOrDefault("lastSeen", "0")));
    }

    /** What a checkpoint keeps of it. */
    Map<String, String> state() {
        var state = new TreeMap<String, String>();
        newest.forEach((series, part) -> state.put(NEWEST + series, part));
        unread.forEach((part, rest) -> state.put(UNREAD + part, rest.text()));
        state.put("losses", Long.toString(losses));
        state.put("lostBytes", Long.toString(lostBytes));
        state.put("last", last);
        state.put("lastSeen", Long.toString(lastSeen));
        return state;
    }

    /**
     * What is missing now of what was there.
     *
     * @param present files by part
     * @param unsettled files that may have unread lines
     * @param states all parts that have been read
     */
    List<Loss> missing(
            Map<String, LogFile> present, Collection<ReadingPlan.Present> unsettled, Map<String, FileState> states) {
        var missing = new ArrayList<Loss>();
        unread.forEach((part, rest) -> {
            if (!present.containsKey(part)
                    && unsettled.stream().noneMatch(file -> mayBe(file, part, rest, states.containsKey(part)))) {
                missing.add(new Loss(part, rest.name(), rest.bytes(), rest.changed()));
            }
        });
        newest.forEach((series, part) -> {
            var state = states.get(part);
            if (state != null
                    && !present.containsKey(part)
                    && !unread.containsKey(part)
                    && goesOn(series, state.changed(), present.values())) {
                missing.add(new Loss(part, state.name(), 0, state.changed()));
            }
        });
        return missing;
    }

    /** Of a part of which nothing was read, a copy may have been read since, as another part with which the file goes on. */
    private static boolean mayBe(ReadingPlan.Present file, String part, Unread rest, boolean begun) {
        return !(file.goesOn() && begun) && part.startsWith(file.head().hash(rest.head()));
    }

    private static boolean goesOn(String series, Instant after, Collection<LogFile> present) {
        return present.stream()
                .anyMatch(file -> LogSeries.of(file.name()).equals(series)
                        && !file.changed().isBefore(after));
    }

    /** The same with these losses told. */
    FolderMemory lost(List<Loss> told, Instant now) {
        if (told.isEmpty()) {
            return this;
        }
        var gone = new HashSet<String>();
        told.forEach(loss -> gone.add(loss.part()));
        var stillNewest = new TreeMap<>(newest);
        stillNewest.values().removeAll(gone);
        var stillUnread = new TreeMap<>(unread);
        stillUnread.keySet().removeAll(gone);
        var one = told.stream().min(Comparator.comparing(Loss::after)).orElseThrow();
        return new FolderMemory(
                stillNewest,
                stillUnread,
                losses + told.size(),
                lostBytes + told.stream().mapToLong(Loss::bytes).sum(),
                one.name() + ", written after " + one.after() + " and before " + now,
                now.getEpochSecond());
    }

    /**
     * What the folder holds now.
     *
     * @param present files by part
     * @param read parts of which something has been read
     * @param missed parts that seem to be gone, and are not told yet
     * @param rest what is unread
     */
    FolderMemory seen(Map<String, LogFile> present, Set<String> read, Set<String> missed, Map<String, Unread> rest) {
        var now = new TreeMap<>(newest);
        present.forEach((part, file) -> {
            if (read.contains(part)) {
                now.merge(
                        LogSeries.of(file.name()),
                        part,
                        (before, other) -> isNewer(file, present.get(before)) ? other : before);
            }
        });
        var unreadNow = new TreeMap<String, Unread>();
        unread.forEach((part, before) -> {
            if (missed.contains(part)) {
                unreadNow.put(part, before);
            }
        });
        rest.forEach((part, bytes) -> {
            if (unreadNow.size() < MOST_UNREAD) {
                unreadNow.put(part, bytes);
            }
        });
        return new FolderMemory(now, unreadNow, losses, lostBytes, last, lastSeen);
    }

    /** Whether it is newer than one that is there; one that is gone stays the newest until its loss is told. */
    private static boolean isNewer(LogFile file, @Nullable LogFile than) {
        return than != null && file.changed().isAfter(than.changed());
    }
}
