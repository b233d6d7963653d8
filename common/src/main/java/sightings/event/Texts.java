package sightings.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One text in one or more languages.
 *
 * @param byLanguage language tag (BCP 47, such as {@code en}) to text, sorted; never blank texts
 */
public record Texts(@JsonValue SortedMap<String, String> byLanguage) {

    /** No text. */
    public static final Texts NONE = new Texts(new TreeMap<>());

    @JsonCreator
    public Texts {
        var kept = new TreeMap<String, String>();
        byLanguage.forEach((language, text) -> {
            if (!text.isBlank()) {
                kept.put(language, text);
            }
        });
        byLanguage = java.util.Collections.unmodifiableSortedMap(kept);
    }

    /** These texts. */
    public static Texts of(Map<String, String> byLanguage) {
        return new Texts(new TreeMap<>(byLanguage));
    }

    /** A text in one language. */
    public static Texts of(String language, String text) {
        return of(Map.of(language, text));
    }

    /** Whether there is no text in any language. */
    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** The text in this language, else in English, else in the first language there is, else "". */
    public String in(String language) {
        var text = byLanguage.get(language);
        if (text == null) {
            text = byLanguage.get("en");
        }
        if (text == null) {
            return byLanguage.isEmpty() ? "" : byLanguage.firstEntry().getValue();
        }
        return text;
    }

    /** The language that {@link #in} answers in: for the {@code lang} attribute. */
    public String languageIn(String language) {
        if (byLanguage.containsKey(language) || byLanguage.isEmpty()) {
            return language;
        }
        return byLanguage.containsKey("en") ? "en" : byLanguage.firstKey();
    }
}
