package sightings.ingest.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Streams a JSON document that holds a catalogue: a list of entries, or an object with such a list where one of the
 * portals' APIs puts it. Only one entry is in memory at a time.
 */
final class DocumentReader {

    /** The fields whose lists hold entries: DCAT-US, Socrata, Opendatasoft v2.1, old Socrata and Opendatasoft. */
    private static final Set<String> LISTS = Set.of("dataset", "results", "datasets", "dcat:dataset");

    /** The field in which CKAN wraps its answers, and what may hold the list in it. */
    private static final String WRAPPED = "result";

    /** DCAT-US 3.0 embeds datasets in their series. */
    private static final String SERIES = "datasetSeries";

    private static final String MEMBERS = "seriesMember";
    private static final int MAX_ENTRIES = 1_000_000;

    private final Consumer<DocumentPart> consumer;
    private int entries;

    private DocumentReader(Consumer<DocumentPart> consumer) {
        this.consumer = consumer;
    }

    /**
     * Hands on what the document holds; bytes that are no UTF-8 cost themselves only.
     *
     * @return how many entries it had, broken ones included
     * @throws IOException where the stream cannot be read; broken JSON is a part instead
     */
    static int read(InputStream document, Consumer<DocumentPart> consumer) throws IOException {
        var reader = new DocumentReader(consumer);
        try (Reader text = new InputStreamReader(document, StandardCharsets.UTF_8);
                JsonParser parser = Parsers.of(text)) {
            reader.root(parser);
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            consumer.accept(
                    reader.entries == 0
                            ? new DocumentPart.CutOff("the document", "no JSON, " + where(e))
                            : new DocumentPart.CutOff(
                                    "in or after entry " + reader.entries, "broken JSON, " + where(e)));
        }
        return reader.entries;
    }

    private void root(JsonParser parser) {
        var first = parser.nextToken();
        if (first == null) {
            consumer.accept(new DocumentPart.CutOff("the document", "it is empty"));
            return;
        }
        switch (first) {
            case START_ARRAY -> list(parser);
            case START_OBJECT -> object(parser, true);
            default -> consumer.accept(new DocumentPart.CutOff("the document", "neither a JSON object nor a list"));
        }
    }

    private void object(JsonParser parser, boolean outer) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && (LISTS.contains(name) || outer && name.equals(WRAPPED))) {
                list(parser);
            } else if (token == JsonToken.START_ARRAY && name.equals(SERIES)) {
                series(parser);
            } else if (token == JsonToken.START_OBJECT && outer && name.equals(WRAPPED)) {
                object(parser, false);
            } else if (token == JsonToken.START_OBJECT && name.equals("dataset")) {
                // One dataset where a list of one was meant.
                entry(parser);
            } else if (token == JsonToken.VALUE_STRING && name.length() < 40) {
                consumer.accept(new DocumentPart.Said(name, parser.getString()));
            } else if (token == JsonToken.START_ARRAY && name.equals("links")) {
                links(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void list(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            entry(parser);
        }
    }

    private void entry(JsonParser parser) {
        if (++entries > MAX_ENTRIES) {
            if (entries == MAX_ENTRIES + 1) {
                consumer.accept(new DocumentPart.CutOff(
                        "after entry " + MAX_ENTRIES, "more entries than are read; the rest is left out"));
            }
            parser.skipChildren();
            return;
        }
        var entry = EntryTree.read(parser);
        var where = "entry " + entries;
        consumer.accept(
                entry == null
                        ? new DocumentPart.Unreadable(where, "larger than " + EntryTree.MAX_CHARS + " characters")
                        : new DocumentPart.Entry(where, entry));
    }

    private void series(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean members = parser.currentName().equals(MEMBERS);
                if (parser.nextToken() == JsonToken.START_ARRAY && members) {
                    list(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private void links(JsonParser parser) {
        var links = EntryTree.read(parser);
        if (links != null) {
            links.forEach(link -> {
                var address = Facts.address(link, "href");
                if (address != null) {
                    consumer.accept(new DocumentPart.Said("href", address));
                }
            });
        }
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? "place unknown"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
