package sightings.ingest.commands;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import sightings.evidence.Sighting;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Prints finds as JSON lines. */
final class FindLines {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final PrintWriter out;

    FindLines(PrintWriter out) {
        this.out = out;
    }

    void print(Sighting find) {
        var line = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("where", find.place().url());
            json.writeStringProperty("path", find.place().path());
            json.writeName("line");
            var number = find.place().line();
            if (number == null) {
                json.writeNull();
            } else {
                json.writeNumber(number);
            }
            json.writeStringProperty("dataset", find.dataset().value());
            json.writeStringProperty("grade", word(find.grade()));
            json.writeStringProperty("method", word(find.method()));
            json.writeStringProperty("verification", word(find.verification()));
            json.writeNumberProperty("confidence", find.confidence());
            json.writeStringProperty("snippet", find.snippet());
            json.writeEndObject();
        }
        out.println(line);
    }

    void flush() {
        out.flush();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
