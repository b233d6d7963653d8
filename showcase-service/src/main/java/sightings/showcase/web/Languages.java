package sightings.showcase.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import sightings.city.CitySettings;

/** The languages that pages can be read in: those that the city wants and that there are texts for. */
@Component
public class Languages {

    /** Languages with message bundles. A new one is a new bundle and a word here. */
    static final List<String> WITH_TEXTS = List.of("en", "es");

    private final List<String> tags;

    Languages(CitySettings city) {
        var wanted = city.languages().stream()
                .filter(WITH_TEXTS::contains)
                .distinct()
                .toList();
        tags = wanted.isEmpty() ? List.of("en") : wanted;
    }

    /** Two-letter tags, the default one first. */
    public List<String> tags() {
        return tags;
    }

    /** The default language. */
    public Locale first() {
        return Locale.of(tags.getFirst());
    }

    /** Whether pages can be read in it. */
    public boolean has(String tag) {
        return tags.contains(tag);
    }

    /** As its own speakers call it. */
    public String nameOf(String tag) {
        var locale = Locale.of(tag);
        var name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
