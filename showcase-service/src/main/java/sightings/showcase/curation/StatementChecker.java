package sightings.showcase.curation;

import java.util.List;
import sightings.event.ProblemStatement;
import sightings.event.ProblemStatement.Difficulty;

/**
 * Checks a problem statement, whether it comes from the form or from a line of CSV: both have the same fields.
 * {@code number}, {@code title_<language>}, {@code challenge_<language>}, {@code why_<language>},
 * {@code vision_<language>}, {@code topics} and {@code datasets} parted by {@code ;}, {@code area}, {@code lat},
 * {@code lon}, {@code contact}, {@code contact_url}, {@code licence}, {@code difficulty}, {@code opens_at},
 * {@code closes_at} as {@code 2026-11-02}.
 */
public final class StatementChecker {

    /** Most characters of a title. */
    public static final int TITLE = 160;

    /** Most characters of the challenge. */
    public static final int CHALLENGE = 600;

    /** Most characters of why and vision. */
    public static final int TEXT = 5_000;

    private final List<String> languages;

    /**
     * @param languages the city's, the first one being that in which a statement must be written
     */
    public StatementChecker(List<String> languages) {
        this.languages = List.copyOf(languages);
    }

    /** The problem statement that the fields say, or what is wrong with them. */
    public Checked<ProblemStatement> check(Fields fields) {
        var reader = new FieldReader(fields, languages);
        var number = reader.line("number", 40, true);
        if (!number.isEmpty() && !number.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]*")) {
            reader.error("number", "number");
        }
        var title = reader.lines("title", TITLE, true);
        var challenge = reader.texts("challenge", CHALLENGE, true);
        var why = reader.texts("why", TEXT, false);
        var vision = reader.texts("vision", TEXT, false);
        var topics = reader.words("topics", 20, 60);
        var datasets = reader.datasets("datasets");
        var area = reader.area();
        var contact = reader.line("contact", 200, true);
        var contactUrl = reader.contactAddress("contact_url");
        var licence = reader.line("licence", 200, true);
        var difficulty = reader.choice("difficulty", Difficulty.class);
        var opensAt = reader.date("opens_at");
        var closesAt = reader.date("closes_at");
        if (opensAt != null && closesAt != null && closesAt.isBefore(opensAt)) {
            reader.error("closes_at", "closes-before", opensAt.toString());
        }
        return reader.result(() -> new ProblemStatement(
                number,
                title,
                challenge,
                why,
                vision,
                topics,
                datasets,
                area,
                contact,
                contactUrl,
                licence,
                difficulty.orElseThrow(),
                opensAt,
                closesAt));
    }
}
