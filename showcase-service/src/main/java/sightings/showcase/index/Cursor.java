package sightings.showcase.index;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A place in an ordered list: the sort values of the last item before it. Opaque to those who hand it back.
 *
 * @param values sort values, as texts
 */
public record Cursor(List<String> values) {

    private static final char SEPARATOR = '\n';

    public Cursor {
        values = List.copyOf(values);
    }

    /** How it stands in an address. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("" + SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #text} wrote, with this many values; empty where it is anything else. */
    public static Optional<Cursor> parse(String text, int values) {
        try {
            var parts = List.of(
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("" + SEPARATOR, -1));
            return parts.size() == values ? Optional.of(new Cursor(parts)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
