package sightings.ingest.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import sightings.ingest.bytes.LineBytes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Streams JSON lines: each line an entry of its own, so that a broken one loses only itself. */
final class LinesReader {

    private static final int MAX_LINE = 16 * 1024 * 1024;

    private LinesReader() {}

    /**
     * Hands on each line that is not blank; bytes that are no UTF-8 cost themselves only.
     *
     * @return how many lines were not blank
     */
    static int read(InputStream lines, Consumer<DocumentPart> consumer) throws IOException {
        var bytes = new LineBytes(lines, MAX_LINE);
        int number = 0;
        int entries = 0;
        while (bytes.next()) {
            entries += entry("line " + ++number, bytes, consumer);
        }
        return entries;
    }

    private static int entry(String where, LineBytes line, Consumer<DocumentPart> consumer) {
        if (line.isCut()) {
            consumer.accept(new DocumentPart.Unreadable(where, "longer than " + MAX_LINE + " bytes"));
            return 1;
        }
        var text = new String(line.bytes(), line.start(), line.length(), StandardCharsets.UTF_8).strip();
        if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
            text = text.substring(1);
        }
        if (text.isEmpty()) {
            return 0;
        }
        consumer.accept(parsed(where, text));
        return 1;
    }

    private static DocumentPart parsed(String where, String text) {
        try (JsonParser parser = Parsers.of(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new DocumentPart.Unreadable(where, "not a JSON object");
            }
            var entry = EntryTree.read(parser);
            if (entry == null) {
                return new DocumentPart.Unreadable(where, "larger than " + EntryTree.MAX_CHARS + " characters");
            }
            return parser.nextToken() == null
                    ? new DocumentPart.Entry(where, entry)
                    : new DocumentPart.Unreadable(where, "something follows the JSON object");
        } catch (JacksonException e) {
            return new DocumentPart.Unreadable(where, "not JSON");
        }
    }
}
