package sightings.showcase.curation;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person typed, by field name. A text in several languages has one field per language: {@code title_en},
 * {@code title_es}.
 *
 * @param values field name to text as typed
 */
public record Fields(Map<String, String> values) {

    public Fields {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The text of a field on one line, "" where there is none. */
    public String line(String name) {
        return clean(name).replaceAll("\\s+", " ").strip();
    }

    /** The text of a field with its lines, "" where there is none. */
    public String text(String name) {
        return clean(name).strip();
    }

    /** Unicode in one form, lines that end in one way, and no control characters that nobody typed. */
    private String clean(String name) {
        var text = values.getOrDefault(name, "").replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "");
    }
}
