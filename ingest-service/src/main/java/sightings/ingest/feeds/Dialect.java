package sightings.ingest.feeds;

import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * The dialects, as they are handed to ROME. ROME tells them apart by the exact namespace and by the exact version, and
 * knows no {@code 0.92.1} and no {@code 2.O}; so each document gets the newest of its family, which is made to contain the
 * older ones: RSS 2.0 the others of the 0.9x line, RSS 1.0 the 0.90 that is RDF.
 */
enum Dialect {
    RSS(Namespace.NO_NAMESPACE),
    RDF(Namespace.getNamespace("http://purl.org/rss/1.0/")),
    ATOM_03(Namespace.getNamespace("http://purl.org/atom/ns#")),
    ATOM(Namespace.getNamespace("http://www.w3.org/2005/Atom"));

    /** Of RSS 1.0's outermost element and its {@code about}. */
    static final Namespace OF_RDF = Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    private final Namespace namespace;

    Dialect(Namespace namespace) {
        this.namespace = namespace;
    }

    /** The dialect of a document with this outermost element; what is neither Atom nor RDF is some RSS. */
    static Dialect of(org.jsoup.nodes.Element root) {
        return switch (root.tag().localName().toLowerCase(Locale.ROOT)) {
            case "feed" -> isAtom03(root) ? ATOM_03 : ATOM;
            case "rdf" -> RDF;
            default -> RSS;
        };
    }

    private static boolean isAtom03(org.jsoup.nodes.Element root) {
        return root.attr("version").equals("0.3")
                || root.tag().namespace().equals(ATOM_03.namespace().getURI());
    }

    /** What the document says it is, in words for staff. */
    String words(org.jsoup.nodes.Element root) {
        return switch (this) {
            case RSS -> ("RSS " + root.attr("version").strip()).strip();
            case RDF -> "RSS 1.0";
            case ATOM_03 -> "Atom 0.3";
            case ATOM -> "Atom";
        };
    }

    /** Of the dialect's own elements. */
    Namespace namespace() {
        return namespace;
    }

    /** An item without content. */
    Element item() {
        return new Element(this == ATOM || this == ATOM_03 ? "entry" : "item", namespace);
    }

    /**
     * A document as ROME likes it. The elements are moved there from wherever they were.
     *
     * @param head what the feed says of itself
     * @param items made from {@link #item}
     */
    Document document(List<Element> head, List<Element> items) {
        head.forEach(Element::detach);
        items.forEach(Element::detach);
        var channel = new Element("channel", namespace).addContent(head);
        return new Document(
                switch (this) {
                    case RSS ->
                        new Element("rss").setAttribute("version", "2.0").addContent(channel.addContent(items));
                    case RDF -> new Element("RDF", OF_RDF).addContent(channel).addContent(items);
                    case ATOM_03, ATOM ->
                        new Element("feed", namespace)
                                .addContent(channel.removeContent())
                                .addContent(items);
                });
    }
}
