package sightings.ingest.feeds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Hashes;

/**
 * A feed, whatever its format was.
 *
 * @param title what it calls itself
 * @param site the site it belongs to
 * @param language tag, where it says so
 * @param items in its own order
 */
record Feed(
        @Nullable String title,
        @Nullable String site,
        @Nullable String language,
        List<Item> items) {

    Feed {
        items = List.copyOf(items);
    }

    /**
     * One item. Its author is not read: a person appears nowhere before they agreed.
     *
     * @param id what tells it from others of its feed, for as long as the feed keeps it
     * @param link the article's address
     * @param title plain text
     * @param html what the feed gives of the article
     * @param publishedAt when it was published
     * @param updatedAt when it was last edited
     */
    record Item(
            String id,
            @Nullable String link,
            String title,
            String html,
            @Nullable Instant publishedAt,
            @Nullable Instant updatedAt) {

        /** Changes when the item was edited. */
        String contentHash() {
            return Hashes.id(String.valueOf(link), title, html, String.valueOf(publishedAt), String.valueOf(updatedAt));
        }
    }
}
