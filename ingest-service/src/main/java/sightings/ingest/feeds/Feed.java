package sightings.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Hashes;

/**
 * A feed, whatever its format was.
 *
 * @param format how it was written, in words for staff
 * @param title what it calls itself
 * @param site the site it belongs to
 * @param language tag, where it says so
 * @param refresh how long it asks to be left alone between two readings, where it says so
 * @param items in its own order, each with an identity of its own
 * @param remarks what was left out or mended, in words for staff
 */
record Feed(
        String format,
        @Nullable String title,
        @Nullable String site,
        @Nullable String language,
        @Nullable Duration refresh,
        List<Item> items,
        List<String> remarks) {

    Feed {
        items = List.copyOf(items);
        remarks = List.copyOf(remarks);
    }

    /**
     * One item. Its author is not read: a person appears nowhere before they agreed.
     *
     * @param id what tells it from others of its feed, for as long as the feed keeps it
     * @param link the article's address
     * @param title plain text
     * @param html what the feed gives of the article
     * @param base what links in {@code html} are relative to
     * @param publishedAt when it was published
     * @param updatedAt when it was last edited
     */
    record Item(
            String id,
            @Nullable String link,
            String title,
            String html,
            URI base,
            @Nullable Instant publishedAt,
            @Nullable Instant updatedAt) {

        /** Changes when the item was edited. */
        String contentHash() {
            return Hashes.id(String.valueOf(link), title, html, String.valueOf(publishedAt), String.valueOf(updatedAt));
        }

        Item withId(String another) {
            return new Item(another, link, title, html, base, publishedAt, updatedAt);
        }
    }
}
