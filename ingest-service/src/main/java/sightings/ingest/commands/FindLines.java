package sightings.ingest.commands;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import sightings.evidence.Sighting;
import tools.jackson.databind.json.JsonMapper;

/** Prints finds as JSON lines. */
final class FindLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintWriter out;

    FindLines(PrintWriter out) {
        this.out = out;
    }

    void print(Sighting find) {
        var line = new LinkedHashMap<String, Object>();
        line.put("where", find.place().url());
        line.put("path", find.place().path());
        line.put("line", find.place().line());
        line.put("dataset", find.dataset().value());
        line.put("grade", word(find.grade()));
        line.put("method", word(find.method()));
        line.put("verification", word(find.verification()));
        line.put("confidence", find.confidence());
        line.put("snippet", find.snippet());
        out.println(JSON.writeValueAsString(line));
    }

    void flush() {
        out.flush();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
