package sightings.ingest.feeds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Hashes;

/**
 * Tells the items of one feed apart. An item is its own id; without one it is its link, and without that its content.
 * Where several items share an id, the id with the link is one, so that neither hides the other.
 */
final class Identities {

    private Identities() {}

    /** The identity of an item. */
    static String of(@Nullable String id, @Nullable String link, String title, String html) {
        if (id != null) {
            return id;
        }
        return link != null ? link : Hashes.id("item", title, html);
    }

    /** The items, each with an identity of its own. Items that say the same under the same identity are one. */
    static List<Feed.Item> distinct(List<Feed.Item> items, List<String> remarks) {
        var ids = new HashSet<String>();
        var repeated = new HashSet<String>();
        for (Feed.Item item : items) {
            if (!ids.add(item.id())) {
                repeated.add(item.id());
            }
        }
        if (repeated.isEmpty()) {
            return items;
        }
        var seen = new HashSet<String>();
        var distinct = new ArrayList<Feed.Item>();
        for (Feed.Item item : items) {
            var own = repeated.contains(item.id()) ? apart(item, seen) : item;
            if (seen.add(own.id())) {
                distinct.add(own);
            }
        }
        remarks.add("ids that stand for several items: " + repeated.size());
        return distinct;
    }

    private static Feed.Item apart(Feed.Item item, HashSet<String> seen) {
        var byLink = item.withId(Hashes.id(item.id(), String.valueOf(item.link())));
        boolean taken = seen.contains(byLink.id());
        return taken || item.link() == null
                ? item.withId(Hashes.id(item.id(), String.valueOf(item.link()), item.title(), item.html()))
                : byLink;
    }
}
