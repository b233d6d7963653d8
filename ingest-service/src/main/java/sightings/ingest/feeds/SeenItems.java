package sightings.ingest.feeds;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Hashes;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;

/**
 * What was seen of a feed's items: hashes only, for longer than the feed shows them, so that an old item that comes back
 * is not new and an edited one is seen as edited. It remembers 16,384 items of a feed and never forgets one that the feed
 * still shows.
 */
final class SeenItems {

    private static final int IN_PART = 256;
    private static final int SHORT = 13;

    /**
     * What is known of one item.
     *
     * @param content hash of what it said
     * @param attempts how often its article could not be read since; 0 where it was
     * @param day when it was seen, in days since 1970
     */
    record Seen(String content, int attempts, long day) {

        String text() {
            return content + " " + attempts + " " + day;
        }

        static @Nullable Seen of(@Nullable String text) {
            var parts = text == null ? new String[0] : text.split(" ", 3);
            if (parts.length != 3 || !parts[1].matches("\\d{1,4}") || !parts[2].matches("\\d{1,9}")) {
                return null;
            }
            return new Seen(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        }
    }

    private final Buckets buckets;
    private final Set<String> shown = new HashSet<>();

    /** The memory in these checkpoints; the feed shows these items at the moment. */
    SeenItems(Checkpoints checkpoints, List<Feed.Item> items) {
        this.buckets = new Buckets("seen", IN_PART, checkpoints);
        items.forEach(item -> shown.add(key(item)));
    }

    /** How often the article of the item as it is now could not be read: 0 where it was, -1 where it is new or edited. */
    int attempts(Feed.Item item) {
        var seen = Seen.of(buckets.get(key(item)));
        return seen == null || !seen.content().equals(hash(item)) ? -1 : seen.attempts();
    }

    /** Commits that the item was seen, with what was sent before. */
    void commit(Feed.Item item, int attempts, Instant now, Outlet outlet) {
        var seen = new Seen(hash(item), attempts, now.getEpochSecond() / 86_400);
        buckets.commit(key(item), seen.text(), outlet, SeenItems::isOlder, shown);
    }

    /** How many items had to be forgotten. */
    int forgotten() {
        return buckets.forgotten();
    }

    private static boolean isOlder(String one, String other) {
        var first = Seen.of(one);
        var second = Seen.of(other);
        return second != null && (first == null || first.day() < second.day());
    }

    private static String key(Feed.Item item) {
        return Hashes.id("item", item.id()).substring(0, SHORT);
    }

    private static String hash(Feed.Item item) {
        return item.contentHash().substring(0, SHORT);
    }
}
