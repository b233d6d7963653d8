package sightings.ingest.feeds;

import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads and writes lists of feeds (OPML 1.0 to 2.0), the form in which feed readers hand them on. Pure. */
public final class Opml {

    private static final int MAX_FEEDS = 2_000;
    private static final int MAX_TITLE = 300;

    /**
     * One feed of a list.
     *
     * @param address of the feed, http or https
     * @param title what the list calls it, empty where it says nothing
     * @param site the page that it belongs to
     */
    public record Entry(URI address, String title, @Nullable URI site) {}

    /**
     * What a list held.
     *
     * @param entries each feed once, in the list's order
     * @param refused what was left out, in words for staff
     */
    public record Outcome(List<Entry> entries, List<String> refused) {

        public Outcome {
            entries = List.copyOf(entries);
            refused = List.copyOf(refused);
        }
    }

    private Opml() {}

    /** Reads a list, however deep its folders are. Bad input loses an entry, never the list; no DOCTYPE is heeded. */
    public static Outcome read(String text) {
        var document = Jsoup.parse(text, "", Parser.xmlParser().setMaxDepth(200));
        var entries = new LinkedHashMap<URI, Entry>();
        var refused = new ArrayList<String>();
        if (document.getElementsByTag("opml").isEmpty()
                && document.getElementsByTag("outline").isEmpty()) {
            return new Outcome(List.of(), List.of("The document is no OPML"));
        }
        for (Element outline : document.getElementsByTag("outline")) {
            var attributes = attributes(outline);
            var written = attributes.getOrDefault("xmlurl", "").strip();
            if (written.isEmpty()) {
                // A folder, or a link to a page.
                continue;
            }
            var address = Links.absolute(
                    written.replaceFirst("(?i)^feed:(//)?(?=https?:)", "").replaceFirst("(?i)^feed://", "http://"),
                    URI.create("about:blank"));
            if (address == null) {
                refused.add("No web address: " + shortened(written));
            } else if (entries.size() >= MAX_FEEDS) {
                refused.add("Read to the first %,d feeds".formatted(MAX_FEEDS));
                break;
            } else {
                var feed = URI.create(address);
                entries.putIfAbsent(feed, new Entry(feed, title(attributes), site(attributes)));
            }
        }
        return new Outcome(List.copyOf(entries.values()), refused);
    }

    /** Writes a list that feed readers can read (OPML 2.0). */
    public static String write(String title, List<Entry> entries) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters(legal(title));
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (Entry entry : entries) {
                outline(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static void outline(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        var name = entry.title().isEmpty() ? entry.address().toString() : legal(entry.title());
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", name);
        xml.writeAttribute("title", name);
        xml.writeAttribute("xmlUrl", entry.address().toString());
        if (entry.site() != null) {
            xml.writeAttribute("htmlUrl", entry.site().toString());
        }
    }

    private static Map<String, String> attributes(Element outline) {
        var attributes = new LinkedHashMap<String, String>();
        for (Attribute attribute : outline.attributes()) {
            attributes.put(attribute.getKey().toLowerCase(Locale.ROOT), attribute.getValue());
        }
        return attributes;
    }

    private static String title(Map<String, String> attributes) {
        var title = attributes
                .getOrDefault("title", attributes.getOrDefault("text", ""))
                .strip();
        return shortened(title);
    }

    private static @Nullable URI site(Map<String, String> attributes) {
        var site = Links.absolute(attributes.get("htmlurl"), URI.create("about:blank"));
        return site == null ? null : URI.create(site);
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TITLE ? text : text.substring(0, MAX_TITLE - 1) + "…";
    }

    private static String legal(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }
}
