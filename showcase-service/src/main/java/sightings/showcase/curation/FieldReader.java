package sightings.showcase.curation;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.Area;
import sightings.event.Texts;

/** Reads fields into what they mean and collects what is wrong with them. One reader for one form. */
final class FieldReader {

    private static final int MOST_DATASETS = 50;
    private static final int LONGEST_ADDRESS = 2_000;

    private final Fields fields;
    private final List<String> languages;
    private final List<FieldError> errors = new ArrayList<>();

    FieldReader(Fields fields, List<String> languages) {
        this.fields = fields;
        this.languages = languages;
    }

    <T> Checked<T> result(java.util.function.Supplier<T> value) {
        return errors.isEmpty() ? new Checked.Valid<>(value.get()) : new Checked.Invalid<>(errors);
    }

    boolean isValid() {
        return errors.isEmpty();
    }

    void error(String field, String code, Object... arguments) {
        errors.add(new FieldError(field, "desk.error." + code, List.of(arguments)));
    }

    /** A text in all languages; where it is required, the city's first language must be there. */
    Texts lines(String name, int most, boolean required) {
        return texts(name, most, required, false);
    }

    Texts texts(String name, int most, boolean required) {
        return texts(name, most, required, true);
    }

    private Texts texts(String name, int most, boolean required, boolean withLines) {
        var byLanguage = new TreeMap<String, String>();
        for (String language : languages) {
            var field = name + "_" + language;
            var text = withLines ? fields.text(field) : fields.line(field);
            if (text.isEmpty() && required && language.equals(languages.getFirst())) {
                error(field, "required");
            }
            atMost(field, text, most);
            byLanguage.put(language, text);
        }
        return Texts.of(byLanguage);
    }

    String line(String field, int most, boolean required) {
        var text = fields.line(field);
        if (text.isEmpty() && required) {
            error(field, "required");
        }
        return atMost(field, text, most);
    }

    @Nullable
    String note(String field, int most) {
        var text = atMost(field, fields.text(field), most);
        return text.isEmpty() ? null : text;
    }

    private String atMost(String field, String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            error(field, "too-long", most, length);
        }
        return text;
    }

    <E extends Enum<E>> Optional<E> choice(String field, Class<E> choices) {
        var text = fields.line(field);
        var chosen = Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(text))
                .findAny();
        if (chosen.isEmpty()) {
            var allowed = String.join(
                    ", ",
                    Arrays.stream(choices.getEnumConstants())
                            .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                            .toList());
            if (text.isEmpty()) {
                error(field, "choose");
            } else {
                error(field, "not-a-choice", shortened(text), allowed);
            }
        }
        return chosen;
    }

    /** Ids parted by semicolons, commas or blanks. */
    List<DatasetId> datasets(String field) {
        var ids = new LinkedHashSet<DatasetId>();
        for (String id : fields.line(field).split("[;,\\s]+")) {
            if (DatasetId.isValid(id)) {
                ids.add(new DatasetId(id));
            } else if (!id.isEmpty()) {
                error(field, "dataset", shortened(id));
            }
        }
        if (ids.size() > MOST_DATASETS) {
            error(field, "too-many", MOST_DATASETS, ids.size());
        }
        return List.copyOf(ids);
    }

    /** Short texts parted by semicolons, in lower case. */
    List<String> words(String field, int most, int longest) {
        var words = new LinkedHashSet<String>();
        for (String part : fields.line(field).split(";")) {
            var word = part.strip().toLowerCase(Locale.ROOT);
            if (!word.isEmpty()) {
                words.add(word);
                atMost(field, word, longest);
            }
        }
        if (words.size() > most) {
            error(field, "too-many", most, words.size());
        }
        return List.copyOf(words);
    }

    /** A place needs its name and its point, or nothing at all. */
    @Nullable
    Area area() {
        var name = line("area", 120, false);
        var latitude = fields.line("lat");
        var longitude = fields.line("lon");
        if (name.isEmpty() && latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        if (name.isEmpty()) {
            error("area", "area-name");
        }
        var y = degrees("lat", latitude, 90);
        var x = degrees("lon", longitude, 180);
        return x == null || y == null ? null : new Area(name, x, y);
    }

    private @Nullable Double degrees(String field, String text, int most) {
        try {
            var value = text.length() > 30 ? Double.NaN : Double.parseDouble(text.replace(',', '.'));
            if (Math.abs(value) <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        error(field, "degrees", -most, most);
        return null;
    }

    @Nullable
    LocalDate date(String field) {
        var text = fields.line(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() <= 2200) {
                return date;
            }
        } catch (DateTimeException e) {
            // said below, as for a day that nobody means
        }
        error(field, "date", shortened(text));
        return null;
    }

    /** An address that a browser may open: http or https with a host, and no password in it. */
    @Nullable
    URI address(String field, boolean required) {
        var text = fields.line(field);
        if (text.isEmpty()) {
            if (required) {
                error(field, "required");
            }
            return null;
        }
        var address = text.length() <= LONGEST_ADDRESS ? httpAddress(text) : null;
        if (address == null) {
            error(field, "address", shortened(text));
        }
        return address;
    }

    /** As {@link #address}, or {@code mailto:}. */
    @Nullable
    String contactAddress(String field) {
        var text = fields.line(field);
        if (text.matches("mailto:[^\\s<>\"'@?&]{1,64}@[A-Za-z0-9.-]{1,255}")) {
            return text;
        }
        var address = address(field, false);
        return address == null ? null : address.toString();
    }

    private static @Nullable URI httpAddress(String text) {
        try {
            var address = new URI(text);
            var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            boolean host = address.getHost() != null && !address.getHost().isEmpty();
            return web && host && address.getUserInfo() == null ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
