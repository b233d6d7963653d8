package sightings.ingest.feeds;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * One item as ROME read it, RSS and Atom alike. ROME says null, or an empty text, where a feed says nothing.
 *
 * @param id as the feed gives it
 * @param idIsAddress whether the id may be taken for a link where there is no other
 * @param link as the feed gives it
 * @param title with its markup
 * @param texts what the feed gives of the article, HTML
 * @param publishedAt when it was published
 * @param updatedAt when it was last edited
 */
record WireItem(
        @Nullable String id,
        boolean idIsAddress,
        @Nullable String link,
        @Nullable String title,
        List<String> texts,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt) {

    private static final int SHORT = 4_000;

    WireItem {
        texts = List.copyOf(texts);
    }

    /** The items of a feed, in its order. */
    static List<WireItem> in(WireFeed feed) {
        return feed instanceof Channel channel
                ? channel.getItems().stream().map(WireItem::of).toList()
                : ((com.rometools.rome.feed.atom.Feed) feed)
                        .getEntries().stream().map(WireItem::of).toList();
    }

    private static WireItem of(Item item) {
        var dublin = (DCModule) item.getModule(DCModule.URI);
        var texts = new ArrayList<String>();
        if (item.getDescription() != null) {
            texts.add(item.getDescription().getValue());
        }
        if (item.getContent() != null) {
            texts.add(item.getContent().getValue());
        }
        // Of services that count clicks: the link leads to them, this one to the article.
        var original = foreign(item.getForeignMarkup(), "origLink");
        var guid = item.getGuid();
        return new WireItem(
                guid == null ? about(item, dublin) : guid.getValue(),
                guid == null || guid.isPermaLink(),
                original == null ? item.getLink() : original,
                item.getTitle(),
                texts,
                first(item.getPubDate(), dublin),
                FeedTime.read(foreign(item.getForeignMarkup(), "updated")));
    }

    /** ROME gives the link here where there is no {@code rdf:about}; but a link may be one that counts clicks. */
    private static @Nullable String about(Item item, @Nullable DCModule dublin) {
        boolean link = item.getUri() == null || item.getUri().equals(item.getLink());
        return link ? identifier(dublin) : item.getUri();
    }

    private static WireItem of(Entry entry) {
        var dublin = (DCModule) entry.getModule(DCModule.URI);
        var texts = Stream.concat(Stream.ofNullable(entry.getSummary()), entry.getContents().stream())
                .toList();
        var link = Stream.of(
                        Stream.ofNullable(foreign(entry.getForeignMarkup(), "origLink")),
                        entry.getAlternateLinks().stream().map(Link::getHref),
                        texts.stream().map(Content::getSrc))
                .flatMap(links -> links)
                .filter(Objects::nonNull)
                .findFirst();
        return new WireItem(
                entry.getId() == null ? identifier(dublin) : entry.getId(),
                true,
                link.orElse(null),
                entry.getTitleEx() == null ? null : entry.getTitleEx().getValue(),
                texts.stream().map(Content::getValue).filter(Objects::nonNull).toList(),
                first(entry.getPublished() == null ? entry.getCreated() : entry.getPublished(), dublin),
                instant(entry.getUpdated()));
    }

    /**
     * The item of the feed.
     *
     * @param base what its addresses are relative to
     * @param textBase the same for its text, where it has a base of its own
     * @param most how many characters of text are kept
     */
    Feed.Item item(URI base, @Nullable URI textBase, int most) {
        var own = id == null ? null : Markup.blankToNull(cut(id, SHORT));
        var target = Links.absolute(link, base);
        if (target == null && own != null && idIsAddress && own.startsWith("http")) {
            target = Links.absolute(own, base);
        }
        var plain = title == null ? null : Markup.plain(cut(title, SHORT));
        var name = plain == null ? "" : plain;
        var html = cut(String.join("\n", texts), most);
        var relativeTo = textBase != null ? textBase : target != null ? URI.create(target) : base;
        return new Feed.Item(
                Identities.of(own, target, name, html), target, name, html, relativeTo, publishedAt, updatedAt);
    }

    /** The text of an element that ROME has no reader for, null where there is none. */
    private static @Nullable String foreign(List<Element> elements, String name) {
        return elements.stream()
                .filter(element -> element.getName().equals(name))
                .map(Element::getTextTrim)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String identifier(@Nullable DCModule dublin) {
        return dublin == null ? null : dublin.getIdentifier();
    }

    private static @Nullable Instant first(@Nullable Date own, @Nullable DCModule dublin) {
        return instant(own == null && dublin != null ? dublin.getDate() : own);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
