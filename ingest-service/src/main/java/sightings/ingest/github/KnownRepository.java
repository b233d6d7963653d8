package sightings.ingest.github;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a repository: the checkpoint of its part, opened and closed by {@link Ledger}. A
 * file's path never begins with a slash, so what else is known has names that do.
 */
final class KnownRepository {

    private static final String PREFIX = "repository/";
    /** A place that is gone is kept for so long. */
    private static final Duration KEPT = Duration.ofDays(180);

    private final long id;
    private final TreeMap<String, KnownFile> files = new TreeMap<>();
    private final TreeMap<String, String> unread = new TreeMap<>();
    private final TreeMap<String, Instant> gone = new TreeMap<>();
    private final TreeSet<String> pending = new TreeSet<>();
    private final TreeMap<String, String> facts = new TreeMap<>();

    private KnownRepository(long id) {
        this.id = id;
    }

    /** The name of its part. */
    static String part(long id) {
        return PREFIX + id;
    }

    /** The number of the repository whose part this is; 0 where it is something else's. */
    static long id(String part) {
        var number = part.startsWith(PREFIX) ? part.substring(PREFIX.length()) : "";
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    static KnownRepository of(long id, Map<String, String> state) {
        var known = new KnownRepository(id);
        state.forEach((key, value) -> {
            if (key.startsWith("/gone ")) {
                var since = instant(value);
                known.gone.put(key.substring("/gone ".length()), since == null ? Instant.EPOCH : since);
            } else if (key.startsWith("/pending ")) {
                known.pending.add(key.substring("/pending ".length()));
            } else if (key.startsWith("/unread ")) {
                known.unread.put(key.substring("/unread ".length()), value);
            } else if (key.startsWith("/")) {
                known.facts.put(key, value);
            } else {
                known.files.put(key, KnownFile.of(value));
            }
        });
        var told = known.told();
        if (told != null) {
            // An earlier release looked at all files before it told anything.
            known.facts.putIfAbsent("/looked", told);
        }
        return known;
    }

    Map<String, String> toMap() {
        var map = new TreeMap<>(facts);
        files.forEach((path, file) -> map.put(path, file.toText()));
        unread.forEach((path, sha) -> map.put("/unread " + path, sha));
        pending.forEach(path -> map.put("/pending " + path, ""));
        gone.forEach((place, since) -> map.put("/gone " + place, since.toString()));
        return map;
    }

    long id() {
        return id;
    }

    /** The files that are there, by path. */
    TreeMap<String, KnownFile> files() {
        return files;
    }

    /** The content hashes of files that cannot be read, by path, so that they are not asked for again. */
    TreeMap<String, String> unread() {
        return unread;
    }

    /** The files that are to be looked at before all is known of the repository as it is now. */
    TreeSet<String> pending() {
        return pending;
    }

    /** A hash of the facts for which files are pending. */
    @Nullable
    String pendingFor() {
        return facts.get("/pending-for");
    }

    void pendingFor(@Nullable String hash) {
        put("/pending-for", hash);
    }

    /** Since when which place has been gone. */
    TreeMap<String, Instant> gone() {
        return gone;
    }

    /** Whether a place that has been gone since then is no longer kept. */
    static boolean isForgotten(Instant since, Instant now) {
        return now.isAfter(since.plus(KEPT));
    }

    /** Owner and name as they were; null where it was never read. */
    @Nullable
    String name() {
        return facts.get("/name");
    }

    @Nullable
    String branch() {
        return facts.get("/branch");
    }

    /** What was asked for with its facts. */
    @Nullable
    String etag() {
        return facts.get("/etag");
    }

    /** A hash of the facts as they were told last. */
    @Nullable
    String told() {
        return facts.get("/told");
    }

    /** A hash of the facts as they were when all its files were looked at last. */
    @Nullable
    String looked() {
        return facts.get("/looked");
    }

    @Nullable
    String commit() {
        return facts.get("/commit");
    }

    /** When it was pushed to when its README was read. */
    @Nullable
    String readmeAt() {
        return facts.get("/readme");
    }

    /** When it was looked at last. */
    @Nullable
    Instant checkedAt() {
        return instant(facts.get("/checked"));
    }

    /** When what its files say was told last, be it that they say the same; null where an earlier release read them. */
    @Nullable
    Instant toldAt() {
        return instant(facts.get("/told-at"));
    }

    /** Since when it seems to be gone. */
    @Nullable
    Instant missingSince() {
        return instant(facts.get("/missing"));
    }

    @Nullable
    Long forkOf() {
        var source = facts.getOrDefault("/fork", "");
        return source.matches("\\d{1,18}") ? Long.valueOf(source) : null;
    }

    /** How many copies of it were told last. */
    int copiesTold() {
        var copies = facts.getOrDefault("/copies", "0");
        return copies.matches("\\d{1,9}") ? Integer.parseInt(copies) : 0;
    }

    void describedBy(RepositoryAnswer answer, @Nullable String etag) {
        facts.put("/name", answer.fullName());
        facts.put("/branch", answer.branch());
        put("/etag", etag);
        put("/fork", answer.forkOf() == null ? null : Long.toString(answer.forkOf()));
        facts.remove("/missing");
    }

    void etag(@Nullable String etag) {
        put("/etag", etag);
    }

    void looked(String hash) {
        facts.put("/looked", hash);
    }

    void told(String hash) {
        facts.put("/told", hash);
    }

    void copiesTold(int copies) {
        facts.put("/copies", Integer.toString(copies));
    }

    void commit(@Nullable String commit) {
        if (commit != null) {
            facts.put("/commit", commit);
        }
    }

    void readmeAt(String pushedAt) {
        facts.put("/readme", pushedAt);
    }

    void checkedAt(Instant now) {
        facts.put("/checked", now.toString());
    }

    void toldAt(Instant now) {
        facts.put("/told-at", now.toString());
    }

    void missingSince(@Nullable Instant since) {
        put("/missing", since == null ? null : since.toString());
    }

    private void put(String name, @Nullable String value) {
        if (value == null) {
            facts.remove(name);
        } else {
            facts.put(name, value);
        }
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
