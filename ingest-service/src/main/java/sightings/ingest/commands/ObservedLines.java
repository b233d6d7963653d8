package sightings.ingest.commands;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON lines {@code {"where": "...", "path": "...", "text": "..."}} one by one. However long a line is, no more
 * than the cap of it is ever in memory: of a longer one what stands before the cap is read.
 */
final class ObservedLines {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final LineBytes lines;
    private final InputStream in;
    private int number;

    /** @param cap bytes of a line that are read */
    ObservedLines(InputStream in, int cap) {
        this.in = in;
        this.lines = new LineBytes(in, cap);
    }

    /** The next line that is not blank; null at the end. */
    @Nullable
    ObservedLine next() throws IOException {
        while (lines.next()) {
            number++;
            if (!lines.isBlank()) {
                return read();
            }
        }
        return null;
    }

    /** Whether the next line would have to be waited for. */
    boolean mustWait() throws IOException {
        return lines.isEmpty() && in.available() == 0;
    }

    private ObservedLine read() {
        boolean cut = lines.isCut();
        if (cut) {
            lines.closeText();
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), lines.bytes(), 0, lines.length())) {
            return read(parser, cut);
        } catch (StreamReadException e) {
            return new ObservedLine.Bad(
                    number,
                    cut
                            ? "longer than the cap, and what stands before it is not {\"where\", \"path\", \"text\"}"
                            : "not JSON at column " + e.getLocation().getColumnNr());
        } catch (JacksonException e) {
            return new ObservedLine.Bad(number, "not JSON that can be read");
        }
    }

    private ObservedLine read(JsonParser parser, boolean cut) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return new ObservedLine.Bad(number, "not a JSON object");
        }
        String where = null;
        String path = null;
        String text = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            switch (name) {
                case "where", "path", "text" -> {
                    if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
                        return new ObservedLine.Bad(number, "\"" + name + "\" is not a text");
                    }
                    var found = value == JsonToken.VALUE_NULL ? null : parser.getString();
                    switch (name) {
                        case "where" -> where = found;
                        case "path" -> path = found;
                        default -> text = found;
                    }
                }
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            return new ObservedLine.Bad(number, "something stands behind the JSON object");
        }
        if (where == null || where.isBlank()) {
            return new ObservedLine.Bad(number, "no \"where\"");
        }
        if (text == null) {
            return new ObservedLine.Bad(number, "no \"text\"");
        }
        return new ObservedLine.Text(number, where, path == null || path.isBlank() ? null : path, text, cut);
    }
}
