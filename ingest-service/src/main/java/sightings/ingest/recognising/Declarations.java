package sightings.ingest.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Grade;
import sightings.evidence.Method;

/**
 * The parts of a text in which makers declare what their work stands on: the {@code data} of a {@code civic.json}, the
 * {@code sources} and {@code resources} of a {@code datapackage.json}, and all of a {@code publiccode.yml}. What stands
 * there they state to use, whether it is an address for programs or for people.
 */
final class Declarations {

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "civic.json", Set.of("data", "datasets"),
            "datapackage.json", Set.of("sources", "resources"),
            "publiccode.yml", Set.of(),
            "publiccode.yaml", Set.of());

    private record Part(int start, int end) {}

    private final List<Part> parts;

    private Declarations(List<Part> parts) {
        this.parts = parts;
    }

    /** Those of this text; none where its file is not one for declarations. */
    static Declarations of(Written written) {
        var fields = fields(written.path());
        if (fields == null) {
            return new Declarations(List.of());
        }
        var text = written.text();
        if (fields.isEmpty()) {
            return new Declarations(List.of(new Part(0, text.length())));
        }
        var parts = new ArrayList<Part>();
        for (String field : fields) {
            int name = text.indexOf('"' + field + '"');
            if (name >= 0) {
                int value = name + field.length() + 2;
                parts.add(new Part(value, endOfValue(text, value)));
            }
        }
        return new Declarations(parts);
    }

    /** The hit, as strong as a statement where it stands in one. */
    Hit declared(Hit hit) {
        boolean stated = hit.method() != Method.TITLE
                && hit.grade() != Grade.DISABLED
                && parts.stream().anyMatch(part -> hit.start() >= part.start() && hit.start() < part.end());
        return stated
                ? new Hit(
                        hit.dataset(),
                        hit.start(),
                        hit.end(),
                        Grade.USE,
                        Method.DECLARED,
                        hit.verification(),
                        hit.confidence(),
                        "declared-" + hit.rule())
                : hit;
    }

    private static @Nullable Set<String> fields(@Nullable String path) {
        return path == null
                ? null
                : FIELDS.get(path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    }

    /** Behind the bracket that closes the value, or the comma that ends it; the text's end where neither stands. */
    private static int endOfValue(String text, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '[' || c == '{')) {
                depth++;
            } else if (!quoted && (c == ']' || c == '}') && --depth <= 0 || !quoted && c == ',' && depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
