package sightings.showcase.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import sightings.event.Area;
import sightings.event.ProblemStatement;
import sightings.event.Texts;
import sightings.event.UseType;
import sightings.evidence.Subject;
import sightings.showcase.curation.Fields;
import sightings.showcase.curation.StoryChecker;
import sightings.showcase.uses.UseDocument;

/** Turns what a browser sends into fields, and what is stored into the fields of a form. */
final class Forms {

    private static final int LONGEST_NAME = 40;

    private Forms() {}

    /** What was typed. A field that is there more than once, such as ticked datasets, is joined by semicolons. */
    static Fields typed(MultiValueMap<String, String> parameters) {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach((name, texts) -> {
            if (name.length() <= LONGEST_NAME && !name.startsWith("_")) {
                values.put(name, String.join(";", texts));
            }
        });
        return new Fields(values);
    }

    /** The number of the last accepted decision that the person saw; -1 where the form was tampered with. */
    static int basedOn(Fields fields) {
        return number(fields, "basedOn");
    }

    /** The same of the use that another one is to be merged into. */
    static int intoBasedOn(Fields fields) {
        return number(fields, "intoBasedOn");
    }

    private static int number(Fields fields, String name) {
        try {
            return Integer.parseInt(fields.line(name));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The published story, or a suggestion from what the repository or article says of itself. */
    static Fields story(UseDocument use, List<String> languages) {
        var values = new LinkedHashMap<String, String>();
        var story = use.story();
        if (story != null) {
            put(values, "title", story.title(), languages);
            put(values, "summary", story.summary(), languages);
            put(values, "body", story.body(), languages);
            values.put("type", story.type().name());
            put(values, story.area());
            values.put("datasets", String.join("; ", texts(story.datasets())));
        } else {
            var about = use.about();
            var language = languages.contains("" + about.language()) ? "" + about.language() : languages.getFirst();
            values.put("title_" + language, cut(about.title(), StoryChecker.TITLE));
            values.put(
                    "summary_" + language, cut(about.summary() == null ? "" : about.summary(), StoryChecker.SUMMARY));
            values.put("type", suggestedType(about.kind()).name());
        }
        return new Fields(values);
    }

    /** A problem statement as its form has it; the columns of the CSV file are the same. */
    static Fields statement(ProblemStatement statement, List<String> languages) {
        var values = new LinkedHashMap<String, String>();
        values.put("number", statement.number());
        put(values, "title", statement.title(), languages);
        put(values, "challenge", statement.challenge(), languages);
        put(values, "why", statement.why(), languages);
        put(values, "vision", statement.vision(), languages);
        values.put("topics", String.join("; ", statement.topics()));
        values.put("datasets", String.join("; ", texts(statement.datasets())));
        put(values, statement.area());
        values.put("contact", statement.contact());
        values.put("contact_url", text(statement.contactUrl()));
        values.put("licence", statement.licence());
        values.put("difficulty", statement.difficulty().name());
        values.put("opens_at", text(statement.opensAt()));
        values.put("closes_at", text(statement.closesAt()));
        return new Fields(values);
    }

    private static UseType suggestedType(Subject.Kind kind) {
        return switch (kind) {
            case REPOSITORY, SITE, APPLICATION -> UseType.APPLICATION;
            case ARTICLE -> UseType.NEWS_ARTICLE;
        };
    }

    private static void put(Map<String, String> values, String name, Texts texts, List<String> languages) {
        languages.forEach(
                language -> values.put(name + "_" + language, texts.byLanguage().getOrDefault(language, "")));
    }

    private static void put(Map<String, String> values, @Nullable Area area) {
        if (area != null) {
            values.put("area", area.name());
            values.put("lat", Double.toString(area.latitude()));
            values.put("lon", Double.toString(area.longitude()));
        }
    }

    private static List<String> texts(List<?> values) {
        var texts = new ArrayList<String>();
        values.forEach(value -> texts.add(value.toString()));
        return texts;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
