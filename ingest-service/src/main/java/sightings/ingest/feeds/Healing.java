package sightings.ingest.feeds;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a feed's elements as ROME reads them surely: flat, with prefixes that mean something, with addresses that need no
 * base, with times that need no guessing. What an element says is left to ROME.
 *
 * <ul>
 *   <li>Markup within an element becomes text. ROME forgets it in half of the dialects, and walks down it in the others.
 *   <li>Addresses become absolute: ROME heeds {@code xml:base} in Atom 1.0 only.
 *   <li>Times are written anew by {@link FeedTime}: ROME knows English names only, and as it reads leniently the 45th of
 *       the 13th month is some day next year for it.
 *   <li>Elements of namespaces that ROME has no reader for are left out. JDOM, which ROME's trees are made of, remembers each
 *       namespace for as long as the program runs, so strangers must not be able to invent them.
 * </ul>
 */
final class Healing {

    private static final int MOST_CHILDREN = 500;
    private static final int TEXTS_OF_AN_ITEM = 4;
    private static final Set<String> TIMES =
            Set.of("pubDate", "published", "updated", "issued", "modified", "created", "date");

    /** What ROME has readers for in our settings; of the last two it hands the elements on as they are. */
    private static final Map<String, Namespace> MODULES = Map.of(
            "dc", Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/"),
            "content", Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/"),
            "sy", Namespace.getNamespace("sy", "http://purl.org/rss/1.0/modules/syndication/"),
            "feedburner", Namespace.getNamespace("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
            "atom", Namespace.getNamespace("atom", Dialect.ATOM.namespace().getURI()));

    private final Dialect dialect;
    private final Prolog prolog;
    private final URI address;
    private final int most;

    /**
     * @param dialect of the document
     * @param prolog the document's replacement texts
     * @param address where the feed came from
     * @param most how many characters of an element are kept
     */
    Healing(Dialect dialect, Prolog prolog, URI address, int most) {
        this.dialect = dialect;
        this.prolog = prolog;
        this.address = address;
        this.most = most;
    }

    /**
     * An item, ready for ROME.
     *
     * @param element for {@link Dialect#document}
     * @param base what its addresses are relative to
     * @param textBase the same for its text, where the text has a base of its own
     * @param characters how long it is
     */
    record Item(Element element, URI base, @Nullable URI textBase, int characters) {}

    /** An item of RSS or an entry of Atom. */
    Item item(org.jsoup.nodes.Element item) {
        var out = dialect.item();
        URI textBase = null;
        int left = TEXTS_OF_AN_ITEM * most;
        for (org.jsoup.nodes.Element child : item.children()) {
            if (left <= 0 || out.getContentSize() >= MOST_CHILDREN) {
                break;
            }
            var healed = element(child, item, Math.min(left, most));
            if (healed != null) {
                out.addContent(healed);
                left -= healed.getText().length();
            }
            if (textBase == null && !child.attr("xml:base").isEmpty() && !child.hasAttr("href")) {
                textBase = Markup.base(child, address);
            }
        }
        if (item.hasAttr("rdf:about")) {
            out.setAttribute("about", legal(item.attr("rdf:about")), Dialect.OF_RDF);
        }
        return new Item(out, Markup.base(item, address), textBase, TEXTS_OF_AN_ITEM * most - left);
    }

    /** An element of what the feed says of itself; nothing where it says nothing to ROME. */
    List<Element> ofHead(org.jsoup.nodes.Element element) {
        var around = Objects.requireNonNull(element.parent());
        var healed = element(element, around, Math.min(most, 4_000));
        return healed == null ? List.of() : List.of(healed);
    }

    private @Nullable Element element(org.jsoup.nodes.Element element, org.jsoup.nodes.Element around, int most) {
        var name = element.tag().localName();
        var namespace = namespace(element, around);
        if (namespace == null || Verifier.checkElementName(name) != null) {
            return null;
        }
        boolean link = name.equals("link");
        var source = Links.absolute(element.attr("src"), Markup.base(element, address));
        var text = link ? Markup.link(element, address) : text(element, name, most);
        if (text == null || text.isBlank() && source == null) {
            return null;
        }
        var out = new Element(name, namespace).setText(legal(text));
        if (link) {
            // RSS has the address within, Atom beside; an Atom 0.3 link without a relation is none for ROME.
            return out.setAttribute("href", legal(text)).setAttribute("rel", "alternate");
        }
        if (source != null) {
            out.setAttribute("src", legal(source));
        }
        if (element.hasAttr("isPermaLink")) {
            out.setAttribute("isPermaLink", legal(element.attr("isPermaLink")));
        }
        // Of Atom 1.0 and of Atom 0.3: what the text is, now that no markup is left.
        out.setAttribute("type", "html");
        return out.setAttribute("mode", element.attr("mode").equals("base64") ? "base64" : "escaped");
    }

    /** What it says, null where that is no time but should be. */
    private @Nullable String text(org.jsoup.nodes.Element element, String name, int most) {
        var text = prolog.expanded(Markup.inner(element, most), most);
        if (!TIMES.contains(name)) {
            return text;
        }
        var time = FeedTime.read(text);
        return time == null ? null : time.toString();
    }

    /**
     * The namespace that was meant: a module's where its prefix or its declaration says so, else the dialect's own for what
     * has no prefix or is written like the element around it; null for anything else.
     */
    private @Nullable Namespace namespace(org.jsoup.nodes.Element element, org.jsoup.nodes.Element around) {
        var tag = element.tag();
        var module = MODULES.get(tag.prefix());
        if (module != null) {
            return module;
        }
        for (var known : MODULES.values()) {
            if (known.getURI().equals(tag.namespace())) {
                return known;
            }
        }
        boolean undeclared = tag.namespace().equals(Namespace.XML_NAMESPACE.getURI());
        boolean own = tag.prefix().isEmpty()
                || tag.prefix().equals(around.tag().prefix())
                || !undeclared && tag.namespace().equals(around.tag().namespace());
        return own ? dialect.namespace() : null;
    }

    /** Without characters that a reference like {@code &#1;} brought back, and halves of characters. */
    private static String legal(String text) {
        return Verifier.checkCharacterData(text) == null
                ? text
                : text.codePoints()
                        .filter(Verifier::isXMLCharacter)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
