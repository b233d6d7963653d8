package sightings.ingest.catalogue;

import java.io.Reader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Parsers of JSON by themselves: a mapper that binds objects to it takes longer to start than many a catalogue to read. */
final class Parsers {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private Parsers() {}

    static JsonParser of(String text) {
        return JSON.createParser(ObjectReadContext.empty(), text);
    }

    static JsonParser of(Reader text) {
        return JSON.createParser(ObjectReadContext.empty(), text);
    }
}
