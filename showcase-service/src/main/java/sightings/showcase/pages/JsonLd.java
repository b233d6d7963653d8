package sightings.showcase.pages;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes a page's facts for machines, so that no text in it can end the element that it stands in. */
final class JsonLd {

    private JsonLd() {}

    static String of(Map<String, ?> facts) {
        return JsonMapper.shared()
                .writeValueAsString(facts)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
