package sightings.ingest.feeds;

import static sightings.ingest.feeds.Markup.localName;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads one RSS or Atom document from a stream, element by element: each is let go when it has been read, so that a
 * document's length does not matter. The parser takes markup as it comes, as browsers do: a stray ampersand, a prefix
 * that nobody declared or an element that does not end costs nothing but itself.
 */
final class XmlFeed {

    private static final int MAX_DEPTH = 200;
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");
    private static final Set<String> ITEMS = Set.of("item", "entry");

    private final URI address;
    private final FeedLimits limits;
    private final List<Feed.Item> items = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private @Nullable String title;
    private @Nullable String site;
    private @Nullable String language;
    private @Nullable Duration timeToLive;
    private final UpdatePeriod period = new UpdatePeriod();
    private long characters;

    XmlFeed(URI address, FeedLimits limits) {
        this.address = address;
        this.limits = limits;
    }

    /**
     * Reads to the end or to the limits.
     *
     * @param document the characters
     * @param bytes tells afterwards whether there would have been more
     * @throws FeedFormatException where it is no feed
     */
    Feed read(Reader document, ShortenedStream bytes) throws IOException {
        var prolog = Prolog.read(document);
        var parser = Parser.xmlParser().setMaxDepth(MAX_DEPTH);
        Element root = null;
        int waiting = 0;
        try (var elements = new StreamParser(parser).parse(prolog.rest(), "")) {
            var each = elements.iterator();
            while (each.hasNext()) {
                var element = each.next();
                if (root == null) {
                    root = rootOf(element);
                }
                if (++waiting > limits.elements()) {
                    remarks.add("read only until " + limits.elements() + " elements came without an end of an item");
                    break;
                }
                if (isItem(element)) {
                    if (items.size() >= limits.items()) {
                        remarks.add("read to the first %,d items".formatted(limits.items()));
                        break;
                    }
                    add(new XmlItem(element, prolog, address, limits.itemCharacters()).read());
                    forget(element);
                    waiting = 0;
                } else if (!isWithinItem(element)) {
                    describe(element, prolog);
                    if (element.parent() != null && element != root) {
                        forget(element);
                        waiting--;
                    }
                }
                if (characters > limits.bytes()) {
                    remarks.add("read to the first %,d items, whose texts are very long".formatted(items.size()));
                    break;
                }
            }
        }
        if (root == null) {
            throw new FeedFormatException("The document has no elements");
        }
        tellOf(bytes);
        return new Feed(format(root), title, site, language, refresh(), Identities.distinct(items, remarks), remarks);
    }

    private static Element rootOf(Element element) throws FeedFormatException {
        var root = element;
        for (var parent = element.parent(); parent != null && parent.parent() != null; parent = parent.parent()) {
            root = parent;
        }
        var name = localName(root).toLowerCase(Locale.ROOT);
        if (name.startsWith("#")) {
            throw new FeedFormatException("The document has no elements");
        }
        if (name.equals("html")) {
            throw new FeedFormatException("The document is a web page, not a feed");
        }
        if (name.equals("opml")) {
            throw new FeedFormatException("The document is a list of feeds (OPML), not a feed");
        }
        if (!ROOTS.contains(name)) {
            var shown = name.length() > 40 ? name.substring(0, 40) : name;
            throw new FeedFormatException("The document is XML of another kind: <" + shown + ">");
        }
        return root;
    }

    private void add(Feed.Item item) {
        characters += item.html().length() + item.title().length();
        items.add(item);
    }

    private static boolean isItem(Element element) {
        return ITEMS.contains(localName(element)) && !isWithinItem(element);
    }

    private static boolean isWithinItem(Element element) {
        for (var parent = element.parent(); parent != null; parent = parent.parent()) {
            if (ITEMS.contains(localName(parent))) {
                return true;
            }
        }
        return false;
    }

    /** Takes what the feed says of itself. */
    private void describe(Element element, Prolog prolog) {
        var parent = element.parent();
        if (parent == null || !ROOTS.contains(localName(parent).toLowerCase(Locale.ROOT))) {
            return;
        }
        var text = Markup.shortText(element);
        switch (localName(element)) {
            case "title" -> title = title == null ? Markup.plain(prolog.expanded(text, 1_000)) : title;
            case "link" -> {
                var link = Markup.link(element, address);
                site = site == null ? link : site;
            }
            case "language" -> language = text.isEmpty() ? language : text;
            case "ttl" -> timeToLive = UpdatePeriod.minutes(text);
            case "updatePeriod" -> period.named(text);
            case "updateFrequency" -> period.times(text);
            default -> {
                // Authors, pictures, rights: nothing that we keep.
            }
        }
    }

    /** Lets the element go, with the blanks before it. */
    private static void forget(Element element) {
        Node before = element.previousSibling();
        while (before instanceof TextNode blank) {
            before = before.previousSibling();
            blank.remove();
        }
        element.remove();
    }

    private @Nullable Duration refresh() {
        var asked = period.duration();
        if (asked == null || timeToLive != null && timeToLive.compareTo(asked) > 0) {
            return timeToLive;
        }
        return asked;
    }

    private void tellOf(ShortenedStream bytes) {
        if (bytes.tooLong()) {
            remarks.add("read to the first %,d bytes".formatted(limits.bytes()));
        }
        if (bytes.broken()) {
            remarks.add("the connection broke before the end");
        }
    }

    private static String format(Element root) {
        var name = localName(root).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "feed" ->
                root.attr("version").equals("0.3") || root.attr("xmlns").endsWith("/atom/ns#") ? "Atom 0.3" : "Atom";
            case "rdf" -> "RSS 1.0";
            default -> ("RSS " + root.attr("version").strip()).strip();
        };
    }
}
