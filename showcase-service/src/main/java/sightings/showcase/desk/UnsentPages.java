package sightings.showcase.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.showcase.curation.Fields;

/** Builds the page that keeps what a person typed when it could not take effect. */
@Component
class UnsentPages {

    /** Fields that the form carries and nobody typed. */
    private static final Set<String> UNSEEN = Set.of("basedOn", "into", "intoBasedOn");

    private final Wording wording;

    UnsentPages(Wording wording) {
        this.wording = wording;
    }

    /** Kafka or Elasticsearch is away: the same form can be sent again later, and takes effect once at most. */
    Unsent away(String wanted, String action, String back, Fields typed, Locale locale) {
        return new Unsent(
                wording.say(locale, "desk.away.title"),
                wording.say(locale, "desk.away.explanation"),
                null,
                null,
                wanted,
                action,
                wording.say(locale, "desk.away.send"),
                back,
                sendable(typed, Map.of()),
                shown(typed, null, locale));
    }

    /**
     * Somebody decided meanwhile: the person sees both states and chooses.
     *
     * @param numbers which decisions the form is based on when it is sent again, by field
     */
    Unsent overtaken(
            String wanted,
            String action,
            String back,
            Fields typed,
            String seen,
            String now,
            Map<String, Integer> numbers,
            @Nullable Fields there,
            Locale locale) {
        return new Unsent(
                wording.say(locale, "desk.conflict.title"),
                wording.say(locale, "desk.conflict.explanation"),
                seen,
                now,
                wanted,
                action,
                wording.say(locale, "desk.conflict.send"),
                back,
                sendable(typed, numbers),
                shown(typed, there, locale));
    }

    private static Map<String, String> sendable(Fields typed, Map<String, Integer> numbers) {
        var fields = new LinkedHashMap<>(typed.values());
        numbers.forEach((field, number) -> fields.put(field, number.toString()));
        return fields;
    }

    private List<Unsent.Shown> shown(Fields typed, @Nullable Fields there, Locale locale) {
        var shown = new ArrayList<Unsent.Shown>();
        typed.values().keySet().forEach(name -> {
            var text = words(name, typed.text(name), locale);
            var other = there == null ? null : words(name, there.text(name), locale);
            boolean differs = other != null && !other.equals(text);
            if (!UNSEEN.contains(name) && (!text.isEmpty() || differs)) {
                shown.add(new Unsent.Shown(label(name, locale), text, other));
            }
        });
        return shown;
    }

    /** A choice is shown by its word. */
    private String words(String name, String typed, Locale locale) {
        boolean choice = List.of("type", "reason", "outcome", "difficulty").contains(name);
        return choice && typed.matches("[A-Za-z_]+")
                ? wording.say(locale, "desk." + name + "." + typed.toUpperCase(Locale.ROOT))
                : typed;
    }

    private String label(String name, Locale locale) {
        int at = name.lastIndexOf('_');
        var language = at > 0 && name.length() - at == 3 ? name.substring(at + 1) : "";
        return language.isEmpty()
                ? wording.say(locale, "desk.field." + name)
                : wording.say(locale, "desk.field." + name.substring(0, at)) + " ("
                        + Locale.of(language).getDisplayLanguage(locale) + ")";
    }
}
