package sightings.ingest.feeds;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Cuts one RSS or Atom document, as it comes from a stream, into what it says of itself and its items, and has {@link Rome}
 * read these in small portions. Each element is let go when it has been read, so that a document's length does not matter.
 * The parser takes markup as it comes, as browsers do: a stray ampersand, a prefix that nobody declared or an element that
 * does not end costs nothing but itself.
 */
final class XmlFeed {

    private static final int MAX_DEPTH = 200;
    private static final int PORTION = 100;
    private static final int PORTION_CHARACTERS = 1 << 20;
    private static final int MOST_OF_HEAD = 500;
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");
    private static final Set<String> ITEMS = Set.of("item", "entry");

    private final URI address;
    private final FeedLimits limits;
    private final List<Feed.Item> items = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<Healing.Item> portion = new ArrayList<>();
    private final List<org.jdom2.Element> head = new ArrayList<>();
    private long portionCharacters;
    private int waiting;
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
        try (var elements = new StreamParser(parser).parse(prolog.rest(), "")) {
            var each = elements.iterator();
            if (!each.hasNext()) {
                throw new FeedFormatException("The document has no elements");
            }
            var element = each.next();
            var root = rootOf(element);
            var dialect = Dialect.of(root);
            var healing = new Healing(dialect, prolog, address, limits.itemCharacters());
            var rome = new Rome(dialect);
            while (take(element, root, healing, rome) && each.hasNext()) {
                element = each.next();
            }
            readPortion(rome);
            return feed(dialect.words(root), rome.head(head), rome.refused(), bytes);
        }
    }

    private Feed feed(String format, FeedHead told, int refused, ShortenedStream bytes) {
        if (bytes.tooLong()) {
            remarks.add("read to the first %,d bytes".formatted(limits.bytes()));
        }
        if (bytes.broken()) {
            remarks.add("the connection broke before the end");
        }
        if (refused > 0) {
            remarks.add("elements that could not be read: %,d".formatted(refused));
        }
        var distinct = Identities.distinct(items, remarks);
        return new Feed(format, told.title(), told.site(), told.language(), told.refresh(), distinct, remarks);
    }

    /** Whether to go on after this element. */
    private boolean take(Element element, Element root, Healing healing, Rome rome) {
        if (++waiting > limits.elements()) {
            remarks.add("read only until " + limits.elements() + " elements came without an end of an item");
            return false;
        }
        if (isItem(element)) {
            if (items.size() + portion.size() >= limits.items()) {
                remarks.add("read to the first %,d items".formatted(limits.items()));
                return false;
            }
            add(healing.item(element), rome);
            forget(element);
            waiting = 0;
        } else if (!isWithinItem(element)) {
            if (isOfHead(element)) {
                head.addAll(healing.ofHead(element));
            }
            if (element.parent() != null && element != root) {
                forget(element);
                waiting--;
            }
        }
        if (characters > limits.bytes()) {
            remarks.add(
                    "read to the first %,d items, whose texts are very long".formatted(items.size() + portion.size()));
            return false;
        }
        return true;
    }

    private static Element rootOf(Element element) throws FeedFormatException {
        var root = element;
        for (var parent = element.parent(); parent != null && parent.parent() != null; parent = parent.parent()) {
            root = parent;
        }
        var name = name(root);
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

    private void add(Healing.Item item, Rome rome) {
        portion.add(item);
        characters += item.characters();
        portionCharacters += item.characters();
        if (portion.size() >= PORTION || portionCharacters > PORTION_CHARACTERS) {
            readPortion(rome);
        }
    }

    private void readPortion(Rome rome) {
        if (!portion.isEmpty()) {
            items.addAll(rome.items(portion, limits.itemCharacters()));
            portion.clear();
            portionCharacters = 0;
        }
    }

    private static boolean isItem(Element element) {
        return ITEMS.contains(element.tag().localName()) && !isWithinItem(element);
    }

    private static boolean isWithinItem(Element element) {
        for (var parent = element.parent(); parent != null; parent = parent.parent()) {
            if (ITEMS.contains(parent.tag().localName())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfHead(Element element) {
        var parent = element.parent();
        return parent != null && ROOTS.contains(name(parent)) && head.size() < MOST_OF_HEAD;
    }

    private static String name(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
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
}
