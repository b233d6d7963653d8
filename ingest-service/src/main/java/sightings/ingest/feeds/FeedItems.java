package sightings.ingest.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Observation;
import sightings.evidence.SourceId;

/**
 * Reads items of a feed that somebody pasted, by the code that reads feeds: a whole feed, or {@code <item>}, {@code <entry>}
 * or a JSON Feed's item by themselves. It asks nobody outside, so it knows what the feed says of an article, and not what
 * its page says.
 */
public final class FeedItems {

    private static final int MOST = 5;
    private static final URI NOWHERE = URI.create("https://feed.invalid/");
    private static final String NAMESPACES = " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\"";

    private FeedItems() {}

    /** What came of reading. */
    public sealed interface Read {}

    /**
     * It has items.
     *
     * @param format how it is written, in words for staff
     * @param remarks what was left out or mended, in words for staff
     * @param items the first five
     */
    public record Items(String format, List<String> remarks, List<Item> items) implements Read {

        public Items {
            remarks = List.copyOf(remarks);
            items = List.copyOf(items);
        }
    }

    /**
     * It is nothing that a feed's reader can read.
     *
     * @param reason in words for staff
     */
    public record Unreadable(String reason) implements Read {}

    /**
     * One item.
     *
     * @param title plain text
     * @param link the article's address; null where it names none, and so is never looked at
     * @param publishedAt when it was published, where it says so
     * @param observation what the feed's watcher would tell where the page says no more than the feed
     */
    public record Item(
            String title, @Nullable String link, @Nullable Instant publishedAt, Observation observation) {}

    /** Reads what was pasted. */
    public static Read read(String pasted, SourceId source, Instant now) {
        var document = whole(pasted.strip()).getBytes(StandardCharsets.UTF_8);
        try {
            var reading = new FeedReader(FeedLimits.DEFAULT)
                    .read(new ByteArrayInputStream(document), "text/plain; charset=utf-8", NOWHERE);
            return switch (reading) {
                case FeedReading.Parsed(Feed feed) -> items(feed, source, now);
                case FeedReading.WebPage _ -> new Unreadable("The text is a web page, not an item of a feed");
                case FeedReading.Unreadable(String reason) -> new Unreadable(reason);
            };
        } catch (IOException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** Items by themselves are put into the least feed that may hold them. */
    private static String whole(String text) {
        var start = text.substring(0, Math.min(text.length(), 2_000)).toLowerCase(Locale.ROOT);
        if (start.startsWith("<item")) {
            return "<rss version=\"2.0\"" + NAMESPACES + "><channel>" + text + "</channel></rss>";
        }
        if (start.startsWith("<entry")) {
            return "<feed xmlns=\"http://www.w3.org/2005/Atom\"" + NAMESPACES + ">" + text + "</feed>";
        }
        boolean jsonItem = start.startsWith("{") && !start.contains("\"items\"");
        return jsonItem ? "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[" + text + "]}" : text;
    }

    private static Read items(Feed feed, SourceId source, Instant now) {
        if (feed.items().isEmpty()) {
            return new Unreadable("No item can be found in it");
        }
        var observation = new ArticleObservation(source, feed.title(), feed.site(), feed.language());
        return new Items(
                feed.format(),
                feed.remarks(),
                feed.items().stream()
                        .limit(MOST)
                        .map(item -> item(item, observation, now))
                        .toList());
    }

    private static Item item(Feed.Item item, ArticleObservation observation, Instant now) {
        var link = item.link();
        var address = link == null ? NOWHERE : URI.create(link);
        var told = Page.fragment(item.html(), address).at(address);
        return new Item(
                item.title(),
                link,
                ArticleObservation.published(item, now),
                observation.of(item, told, now).observation());
    }
}
