package sightings.showcase.api;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import sightings.showcase.index.DocumentJson;

/**
 * Something to follow, as Atom (RFC 4287) or JSON Feed 1.1.
 *
 * @param address of the feed itself
 * @param page that it follows
 * @param title of the feed
 * @param author who publishes it
 * @param language of its texts
 * @param items latest change first
 */
record Feed(String address, String page, String title, String author, String language, List<Item> items) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /**
     * One thing in the feed.
     *
     * @param url its page, which is also its id
     * @param title in the feed's language
     * @param summary in the feed's language, plain text
     * @param topics its topics
     * @param published when it was published
     * @param updated when it last changed
     */
    record Item(String url, String title, String summary, List<String> topics, Instant published, Instant updated) {}

    /** As Atom. */
    String atom() {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language);
            element(xml, "id", address);
            element(xml, "title", title);
            element(xml, "updated", updated().toString());
            link(xml, "self", address);
            link(xml, "alternate", page);
            xml.writeStartElement("author");
            element(xml, "name", author);
            xml.writeEndElement();
            for (var item : items) {
                xml.writeStartElement("entry");
                element(xml, "id", item.url());
                element(xml, "title", item.title());
                element(xml, "published", item.published().toString());
                element(xml, "updated", item.updated().toString());
                link(xml, "alternate", item.url());
                element(xml, "summary", item.summary());
                for (var topic : item.topics()) {
                    xml.writeEmptyElement("category");
                    xml.writeAttribute("term", topic);
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text that is no XML", e);
        }
    }

    /** As JSON Feed. */
    String json() {
        var feed = new LinkedHashMap<String, Object>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title);
        feed.put("home_page_url", page);
        feed.put("feed_url", address);
        feed.put("language", language);
        feed.put("authors", List.of(Map.of("name", author)));
        feed.put("items", items.stream().map(Feed::json).toList());
        return DocumentJson.MAPPER.writeValueAsString(feed);
    }

    private static Map<String, Object> json(Item item) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", item.url());
        entry.put("url", item.url());
        entry.put("title", item.title());
        entry.put("content_text", item.summary());
        entry.put("date_published", item.published().toString());
        entry.put("date_modified", item.updated().toString());
        entry.put("tags", item.topics());
        return entry;
    }

    private Instant updated() {
        return items.stream().map(Item::updated).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        // XML has no place for most control characters.
        xml.writeCharacters(value.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", ""));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }
}
