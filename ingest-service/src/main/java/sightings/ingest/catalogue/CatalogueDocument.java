package sightings.ingest.catalogue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * A catalogue in a file, as one JSON document or as JSON lines. Which of the two is found from its first lines: what stands
 * in lines that are each a JSON object by themselves is JSON lines.
 *
 * @param file where it is
 * @param lines whether each line is an entry
 */
record CatalogueDocument(Path file, boolean lines) {

    private static final int PEEK = 512 * 1024;

    /** What a document has and an entry has not. */
    private static final List<String> WRAPPERS = List.of("dataset", "datasets", "results", "result", "datasetSeries");

    /** Looks into the file. */
    static CatalogueDocument of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var start = in.readNBytes(PEEK);
            boolean whole = start.length < PEEK;
            var name = file.toString().toLowerCase(Locale.ROOT);
            boolean said = name.endsWith(".jsonl") || name.endsWith(".ndjson");
            return new CatalogueDocument(file, isLines(new String(start, StandardCharsets.UTF_8), whole, said));
        }
    }

    /**
     * Hands on what is in it.
     *
     * @return how many entries it had, broken ones included
     */
    int read(Consumer<DocumentPart> consumer) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return lines ? LinesReader.read(in, consumer) : DocumentReader.read(in, consumer);
        }
    }

    private static boolean isLines(String start, boolean whole, boolean said) {
        int read = 0;
        int objects = 0;
        int wrappers = 0;
        int from = 0;
        while (from < start.length() && read < 20) {
            int end = start.indexOf('\n', from);
            if (end < 0 && !whole) {
                break;
            }
            var line = start.substring(from, end < 0 ? start.length() : end).strip();
            from = end < 0 ? start.length() : end + 1;
            if (line.isEmpty()) {
                continue;
            }
            read++;
            var object = object(line.charAt(0) == '\uFEFF' ? line.substring(1) : line);
            if (object != null) {
                objects++;
                wrappers += WRAPPERS.stream().anyMatch(object::has)
                                && EntryKind.of(object).isEmpty()
                        ? 1
                        : 0;
            }
        }
        if (read == 0) {
            return said;
        }
        return objects * 2 >= read && wrappers == 0 || said && objects > 0;
    }

    private static @Nullable JsonNode object(String line) {
        if (line.charAt(0) != '{' || line.charAt(line.length() - 1) != '}') {
            return null;
        }
        try (var parser = Parsers.of(line)) {
            var node = parser.nextToken() == JsonToken.START_OBJECT ? EntryTree.read(parser) : null;
            return parser.nextToken() == null ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
