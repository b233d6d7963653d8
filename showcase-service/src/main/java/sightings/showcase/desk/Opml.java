package sightings.showcase.desk;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Feed addresses in OPML 2.0 and earlier. Reading takes {@code xmlUrl} of each {@code outline}, however deep, and knows
 * no document types and no entities of the document's own; time and memory grow with the document, whose size the caller
 * bounds.
 */
final class Opml {

    /** Addresses beyond this many are counted and not taken. */
    static final int MOST = 1_000;

    private Opml() {}

    /**
     * What a document names.
     *
     * @param addresses each once, in the document's order, at most {@link #MOST}
     * @param leftOut how many more there are
     */
    record Named(List<String> addresses, int leftOut) {

        Named {
            addresses = List.copyOf(addresses);
        }
    }

    /** What the document names; empty where it is no well-formed OPML. */
    static Optional<Named> read(byte[] document) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var addresses = new LinkedHashSet<String>();
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            boolean opml = false;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    opml |= reader.getLocalName().equals("opml");
                    var address = reader.getAttributeValue(null, "xmlUrl");
                    if (reader.getLocalName().equals("outline") && address != null && !address.isBlank()) {
                        addresses.add(address.strip());
                    }
                }
            }
            var read = addresses.stream().limit(MOST).toList();
            return opml ? Optional.of(new Named(read, addresses.size() - read.size())) : Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    /** A document with these addresses. */
    static String write(String title, Collection<String> addresses) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement("opml");
            writer.writeAttribute("version", "2.0");
            writer.writeStartElement("head");
            writer.writeStartElement("title");
            writer.writeCharacters(title);
            writer.writeEndElement();
            writer.writeEndElement();
            writer.writeStartElement("body");
            for (String address : addresses) {
                writer.writeEmptyElement("outline");
                writer.writeAttribute("type", "rss");
                writer.writeAttribute("text", address);
                writer.writeAttribute("xmlUrl", address);
            }
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A string takes all that is written", e);
        }
        return text.toString();
    }
}
