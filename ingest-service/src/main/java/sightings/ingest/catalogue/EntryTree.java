package sightings.ingest.catalogue;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads one value of a document into memory, unless it is larger than an entry may be; then it is only passed over. */
final class EntryTree {

    /** Characters of names and texts. The largest real entries, with thousands of columns, have a tenth of it. */
    static final int MAX_CHARS = 8_000_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int PER_TOKEN = 8;

    private final JsonParser parser;
    private long left = MAX_CHARS;

    private EntryTree(JsonParser parser) {
        this.parser = parser;
    }

    /** The value whose first token is the parser's current one, which then is its last; null where it is too large. */
    static @Nullable JsonNode read(JsonParser parser) {
        var tree = new EntryTree(parser);
        var value = tree.value();
        return tree.left < 0 ? null : value;
    }

    private JsonNode value() {
        JsonToken token = parser.currentToken();
        left -= PER_TOKEN;
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object() {
        var object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            left -= name.length();
            parser.nextToken();
            var value = value();
            if (left >= 0) {
                object.set(name, value);
            }
        }
        return object;
    }

    private ArrayNode array() {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var value = value();
            if (left >= 0) {
                array.add(value);
            }
        }
        return array;
    }

    private JsonNode text() {
        var text = parser.getString();
        left -= text.length();
        return NODES.stringNode(text);
    }

    // As text, because a number of a million digits is a fine text and a slow number.
    private JsonNode number() {
        var digits = parser.getString();
        left -= digits.length();
        return digits.length() <= 18 && digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0
                ? NODES.numberNode(Long.parseLong(digits))
                : NODES.stringNode(digits);
    }
}
