package sightings.ingest.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a portal's JSON as they come: texts where lists were meant, numbers where texts were. */
final class Facts {

    private static final int MAX_DESCRIPTION = 2_000;
    private static final int MAX_TITLE = 500;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Facts() {}

    /** The field as one line of text, or null where there is none. */
    static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isString() && !value.isNumber()) {
            return null;
        }
        var text = oneLine(value.asString());
        return text.isEmpty() ? null : shortened(text, MAX_TITLE);
    }

    /** The field as plain text without markup, shortened, or null where there is none. */
    static @Nullable String prose(JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isString()) {
            return null;
        }
        var text = oneLine(org.jsoup.Jsoup.parseBodyFragment(shortened(value.asString(), 8 * MAX_DESCRIPTION))
                .text());
        return text.isEmpty() ? null : shortened(text, MAX_DESCRIPTION);
    }

    /** The field's texts, each once; one text counts as a list of one. */
    static List<String> texts(JsonNode node, String field) {
        var value = node.path(field);
        var texts = new LinkedHashSet<String>();
        for (JsonNode item : value.isArray() ? new ArrayList<>(value.values()) : List.of(value)) {
            if (item.isString() && !item.asString().isBlank()) {
                texts.add(oneLine(item.asString()));
            }
        }
        return List.copyOf(texts);
    }

    /** The field as an instant, whether it has a time or only a day, or null where it has neither. */
    static @Nullable Instant instant(JsonNode node, String field) {
        var text = text(node, field);
        if (text == null) {
            return null;
        }
        var iso = text.replace(' ', 'T');
        try {
            if (iso.length() == 10) {
                return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            boolean zoned = iso.endsWith("Z") || iso.indexOf('+', 10) > 0 || iso.indexOf('-', 10) > 0;
            return zoned
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The text if it is an http(s) address. */
    static @Nullable String address(JsonNode node, String field) {
        var text = text(node, field);
        return text != null && (text.startsWith("https://") || text.startsWith("http://")) ? text : null;
    }

    /** The field if it is an http(s) address, or an object whose {@code @id} is one. */
    static @Nullable String iri(JsonNode node, String field) {
        var value = node.path(field);
        return value.isObject() ? address(value, "@id") : address(node, field);
    }

    /** The field's items; one that is no list counts as a list of one, none as an empty one. */
    static List<JsonNode> list(JsonNode node, String field) {
        var value = node.path(field);
        if (value.isArray()) {
            return List.copyOf(value.values());
        }
        return value.isMissingNode() || value.isNull() ? List.of() : List.of(value);
    }

    private static String oneLine(String text) {
        var stripped = text.strip();
        return isOneLine(stripped) ? stripped : BLANKS.matcher(stripped).replaceAll(" ");
    }

    /** As nearly all texts are: no blank in them but single spaces. */
    private static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == ' ' && text.charAt(i - 1) == ' ') {
                return false;
            }
        }
        return true;
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
