package sightings.showcase.curation;

import java.util.List;
import sightings.event.Story;
import sightings.event.UseType;

/**
 * Checks what staff write about a use. Fields: {@code title_<language>}, {@code summary_<language>},
 * {@code body_<language>}, {@code type}, {@code area}, {@code lat}, {@code lon}, {@code datasets}.
 */
public final class StoryChecker {

    /** Most characters of a title. */
    public static final int TITLE = 120;

    /** Most characters of a summary. */
    public static final int SUMMARY = 300;

    /** Most characters of a body. */
    public static final int BODY = 20_000;

    private final List<String> languages;

    /**
     * @param languages the city's, the first one being that in which a story must be told
     */
    public StoryChecker(List<String> languages) {
        this.languages = List.copyOf(languages);
    }

    /** The story that the fields tell, or what is wrong with them. */
    public Checked<Story> check(Fields fields) {
        var reader = new FieldReader(fields, languages);
        var title = reader.lines("title", TITLE, true);
        var summary = reader.lines("summary", SUMMARY, true);
        var body = reader.texts("body", BODY, false);
        var type = reader.choice("type", UseType.class);
        var area = reader.area();
        var datasets = reader.datasets("datasets");
        return reader.result(() -> new Story(title, summary, body, type.orElseThrow(), area, datasets));
    }
}
