package sightings.ingest.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Streams JSON lines: each line an entry of its own, so that a broken one loses only itself. */
final class LinesReader {

    private static final int MAX_LINE = 16 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LinesReader() {}

    /**
     * Hands on each line that is not blank; bytes that are no UTF-8 cost themselves only.
     *
     * @return how many lines were not blank
     */
    static int read(InputStream lines, Consumer<DocumentPart> consumer) throws IOException {
        var line = new ByteArrayOutputStream();
        int number = 1;
        int entries = 0;
        long length = 0;
        for (int value = lines.read(); value >= 0; value = lines.read()) {
            if (value == '\n') {
                entries += entry(number, line, length, consumer);
                number++;
                line.reset();
                length = 0;
            } else if (++length <= MAX_LINE) {
                line.write(value);
            }
        }
        return entries + entry(number, line, length, consumer);
    }

    private static int entry(int number, ByteArrayOutputStream line, long length, Consumer<DocumentPart> consumer) {
        var where = "line " + number;
        if (length > MAX_LINE) {
            consumer.accept(new DocumentPart.Unreadable(where, "longer than " + MAX_LINE + " bytes"));
            return 1;
        }
        var text = line.toString(StandardCharsets.UTF_8).strip();
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
        try (JsonParser parser = JSON.createParser(text)) {
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
