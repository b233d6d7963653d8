package sightings.showcase.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sightings.city.CitySettings;
import sightings.event.PersonId;
import sightings.evidence.Said;
import sightings.showcase.curation.FieldError;
import sightings.showcase.curation.Refusal;
import sightings.showcase.people.PersonQueries;

/** Says things in the reader's language: messages, names of staff, days and times in the city's zone. */
@Component
class Wording {

    private final MessageSource messages;
    private final PersonQueries people;
    private final ZoneId zone;

    Wording(MessageSource messages, PersonQueries people, CitySettings city) {
        this.messages = messages;
        this.people = people;
        this.zone = city.timeZone();
    }

    String say(Locale locale, String code, Object... arguments) {
        return messages.getMessage(code, arguments, code, locale) instanceof String text ? text : code;
    }

    String say(Locale locale, Refusal refusal) {
        var names = people.namesForStaff(refusal.arguments().stream()
                .filter(PersonId.class::isInstance)
                .map(PersonId.class::cast)
                .toList());
        var arguments = refusal.arguments().stream()
                .map(argument -> switch (argument) {
                    case PersonId person -> name(locale, names, person);
                    case Instant time -> day(locale, time);
                    default -> argument;
                })
                .toArray();
        return say(locale, refusal.code(), arguments);
    }

    /**
     * What ingest says by a code, in the reader's language; in English where there are no words for the code.
     *
     * @param prefix of the message's key, such as {@code desk.note.}
     */
    Words say(Locale locale, String prefix, Said said) {
        var arguments = said.arguments().stream().map(Wording::numberOrText).toArray();
        var text = messages.getMessage(prefix + said.code(), arguments, null, locale);
        return text == null ? new Words(said.text(), "en") : Words.own(text);
    }

    /** What stands under this key, where ingest may name what this release has no words for: then the name. */
    Words sayOr(Locale locale, String key, String name) {
        var text = messages.getMessage(key, null, null, locale);
        return text == null ? new Words(name, "en") : Words.own(text);
    }

    /** So that a pattern can choose between one and many; it writes numbers as the language does. */
    private static Object numberOrText(String argument) {
        return argument.matches("0|[1-9]\\d{0,8}") ? Integer.valueOf(argument) : argument;
    }

    /** The first thing that is wrong with each field. */
    Map<String, String> say(Locale locale, List<FieldError> errors) {
        var byField = new LinkedHashMap<String, String>();
        errors.forEach(error -> byField.putIfAbsent(error.field(), say(locale, error)));
        return byField;
    }

    String say(Locale locale, FieldError error) {
        return say(locale, error.code(), error.arguments().toArray());
    }

    Map<PersonId, String> names(Collection<PersonId> ids) {
        return people.namesForStaff(ids);
    }

    /** A person whose name is not known, or was purged, stays a short id. */
    String name(Locale locale, Map<PersonId, String> names, PersonId person) {
        var name = names.get(person);
        return name != null
                ? name
                : say(
                        locale,
                        "desk.person.unnamed",
                        person.value().substring(0, Math.min(6, person.value().length())));
    }

    String day(Locale locale, Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone)
                .format(time);
    }

    String date(Locale locale, LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    String moment(Locale locale, Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(time);
    }
}
