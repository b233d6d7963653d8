package sightings.ingest.commands;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import sightings.ingest.bytes.LineBytes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON lines {@code {"where": "...", "path": "...", "text": "..."}} one by one. However long a line is, no more
 * than the cap of it is ever in memory: of a longer one what stands before the cap is read. A text that is not worth it is
 * checked like all others, but never made.
 */
final class ObservedLines {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final ObservedLine PASSED = new ObservedLine.Passed();
    private static final byte[] CLOSING = {'"', '}'};

    private final LineBytes lines;
    private final InputStream in;
    private final Worth worth;
    private int number;

    /** Whether a line is worth reading. */
    @FunctionalInterface
    interface Worth {

        /** Asked of the bytes between two places, which are the JSON of the line. */
        boolean of(byte[] bytes, int from, int to);
    }

    /**
     * @param cap bytes of a line that are read
     * @param worth which of them hold something; the texts of the others are handed out empty
     */
    ObservedLines(InputStream in, int cap, Worth worth) {
        this.in = in;
        this.worth = worth;
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
            closeText();
        }
        int end = lines.start() + lines.length();
        boolean worthIt = worth.of(lines.bytes(), lines.start(), end);
        if (!worthIt && !cut && PlainLine.is(lines.bytes(), lines.start(), end)) {
            return PASSED;
        }
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), lines.bytes(), lines.start(), lines.length())) {
            return read(parser, cut, worthIt);
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

    /** Makes JSON of a line that was cut within a text: without half an escape or character, and closed. */
    private void closeText() {
        var line = lines.bytes();
        int end = lines.length();
        while (end > 0 && (line[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        if (end > 0 && line[end - 1] < 0) {
            end--;
        }
        int slash = end - 1;
        while (slash >= 0 && slash > end - 7 && line[slash] != '\\') {
            slash--;
        }
        if (slash >= 0 && slash > end - 7 && isEscape(line, slash)) {
            end = slash;
        }
        lines.endWith(end, CLOSING);
    }

    /** Whether this backslash begins an escape rather than ending one. */
    private static boolean isEscape(byte[] line, int slash) {
        int run = slash;
        while (run > 0 && line[run - 1] == '\\') {
            run--;
        }
        return (slash - run) % 2 == 0;
    }

    private ObservedLine read(JsonParser parser, boolean cut, boolean worthIt) {
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
                    switch (name) {
                        case "where" -> where = parser.getValueAsString();
                        case "path" -> path = parser.getValueAsString();
                        default -> text = worthIt || value == JsonToken.VALUE_NULL ? parser.getValueAsString() : "";
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
