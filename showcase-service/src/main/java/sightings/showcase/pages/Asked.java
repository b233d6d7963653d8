package sightings.showcase.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import sightings.dataset.DatasetId;
import sightings.showcase.index.Page;

/** Reads what a reader asks for in an address: whatever it is, it comes out usable. What means nothing is left out. */
final class Asked {

    private static final int LONGEST = 200;
    private static final int MOST = 20;

    private Asked() {}

    /** The words to search for, or null for none. */
    static @Nullable String text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var words = text.strip();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    /** A page that lists can reach. */
    static int page(@Nullable String page, int size) {
        try {
            return page == null ? 1 : Math.clamp(Integer.parseInt(page), 1, Page.REACH / size);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    static List<String> texts(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(Asked::text)
                        .filter(value -> value != null)
                        .distinct()
                        .limit(MOST)
                        .toList();
    }

    static List<DatasetId> datasets(@Nullable List<String> values) {
        return texts(values).stream()
                .filter(DatasetId::isValid)
                .map(DatasetId::new)
                .toList();
    }

    /** Those of the values that the choice has, whatever their case. */
    static <E extends Enum<E>> List<E> choices(Class<E> choice, @Nullable List<String> values) {
        var names = texts(values).stream()
                .map(value -> value.toUpperCase(Locale.ROOT))
                .toList();
        return Arrays.stream(choice.getEnumConstants())
                .filter(constant -> names.contains(constant.name()))
                .toList();
    }

    /** How such a choice stands in an address. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Parameters of an address; null and empty ones are left out. */
    static MultiValueMap<String, String> parameters(@Nullable String text) {
        var parameters = new LinkedMultiValueMap<String, String>();
        if (text != null) {
            parameters.add("q", text);
        }
        return parameters;
    }
}
