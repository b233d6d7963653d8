package sightings.showcase.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.DatasetId;
import sightings.event.Area;
import sightings.event.PersonId;
import sightings.event.ProblemStatement;
import sightings.event.UseType;

/** Tests for {@link StoryChecker}, {@link StatementChecker} and {@link UseChecker}. */
class CheckersTests {

    private static final PersonId ITO = new PersonId("m.ito");

    private final StoryChecker stories = new StoryChecker(List.of("en", "es"));
    private final StatementChecker statements = new StatementChecker(List.of("en", "es"));
    private final UseChecker uses = new UseChecker();

    @Test
    void readsStory() {
        var fields = story();
        fields.put("title_es", "Mapa");
        fields.put("area", "Pilsen");
        fields.put("lat", "41.85");
        fields.put("lon", "-87.66");
        fields.put("datasets", "aaaa-aaaa; bbbb-bbbb");

        var story = valid(stories.check(new Fields(fields)));

        assertThat(story.title().byLanguage()).containsEntry("en", "Bike rides").containsEntry("es", "Mapa");
        assertThat(story.type()).isEqualTo(UseType.MAP);
        assertThat(story.area()).isEqualTo(new Area("Pilsen", -87.66, 41.85));
        assertThat(story.datasets()).containsExactly(new DatasetId("aaaa-aaaa"), new DatasetId("bbbb-bbbb"));
    }

    @Test
    void needsTitleSummaryAndTypeInTheFirstLanguageOnly() {
        assertThat(errors(stories.check(new Fields(Map.of()))))
                .containsOnly(
                        Map.entry("title_en", "desk.error.required"),
                        Map.entry("summary_en", "desk.error.required"),
                        Map.entry("type", "desk.error.choose"));
    }

    @ParameterizedTest
    @CsvSource({"title_en,120", "title_es,120", "summary_en,300", "body_en,20000", "area,120"})
    void limitsEachText(String field, int most) {
        var fields = story();
        fields.put("lat", "41");
        fields.put("lon", "-87");
        fields.put("area", "A");
        fields.put(field, "𝔞".repeat(most));
        assertThat(stories.check(new Fields(fields))).isInstanceOf(Checked.Valid.class);

        fields.put(field, "x".repeat(most + 1));
        assertThat(errors(stories.check(new Fields(fields)))).containsOnly(Map.entry(field, "desk.error.too-long"));
    }

    @ParameterizedTest
    @CsvSource({"91,0,lat", "0,181,lon", "NaN,0,lat", "abc,0,lat", "0,'',lon", "Infinity,0,lat"})
    void refusesPointsThatAreNotOnTheGlobe(String latitude, String longitude, String field) {
        var fields = story();
        fields.put("area", "A");
        fields.put("lat", latitude);
        fields.put("lon", longitude);

        assertThat(errors(stories.check(new Fields(fields)))).containsOnly(Map.entry(field, "desk.error.degrees"));
    }

    @Test
    void ignoresLanguagesThatTheCityDoesNotHave() {
        var fields = story();
        fields.put("title_fr", "Carte");

        assertThat(valid(stories.check(new Fields(fields))).title().byLanguage())
                .containsOnlyKeys("en");
    }

    @Test
    void dropsControlCharactersAndTextDirectionTricks() {
        var fields = story();
        fields.put("title_en", "Bike\u0000 \u202Erides\n");

        assertThat(valid(stories.check(new Fields(fields))).title().in("en")).isEqualTo("Bike rides");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://example.org/",
                "https://",
                "https:example.org",
                "https://user:secret@example.org/",
                "//example.org/",
                "https://exa mple.org/",
                "file:///etc/passwd"
            })
    void refusesAddressesThatABrowserShouldNotOpen(String address) {
        var fields = Map.of("address", address, "title", "T", "datasets", "aaaa-aaaa");

        assertThat(errors(uses.checkAddition(new Fields(fields), ITO)))
                .containsOnly(Map.entry("address", "desk.error.address"));
    }

    @Test
    void needsDatasetsForAddition() {
        assertThat(errors(uses.checkAddition(new Fields(Map.of("address", "https://example.org/", "title", "T")), ITO)))
                .containsOnly(Map.entry("datasets", "desk.error.some-dataset"));
        assertThat(errors(uses.checkAddition(
                        new Fields(Map.of("address", "https://example.org/", "title", "T", "datasets", "../../etc")),
                        ITO)))
                .containsOnly(Map.entry("datasets", "desk.error.dataset"));
    }

    @Test
    void readsStatement() {
        var statement = valid(statements.check(new Fields(statement())));

        assertThat(statement.number()).isEqualTo("PS-2026-014");
        assertThat(statement.topics()).containsExactly("transport", "safety");
        assertThat(statement.difficulty()).isEqualTo(ProblemStatement.Difficulty.STARTER);
        assertThat(statement.closesAt()).hasToString("2026-12-24");
    }

    @ParameterizedTest
    @CsvSource({
        "number,'a b',number",
        "contact,'',required",
        "contact_url,javascript:x,address",
        "licence,'',required",
        "difficulty,easy,not-a-choice",
        "opens_at,11/02/2026,date",
        "closes_at,2026-13-01,date",
        "closes_at,2026-11-01,closes-before",
        "title_en,'',required",
        "challenge_en,'',required"
    })
    void namesTheFieldThatIsWrong(String field, String value, String code) {
        var fields = statement();
        fields.put(field, value);

        assertThat(errors(statements.check(new Fields(fields)))).containsOnly(Map.entry(field, "desk.error." + code));
    }

    @Test
    void acceptsMailAddressOfContact() {
        var fields = statement();
        fields.put("contact_url", "mailto:data@example.gov");

        assertThat(valid(statements.check(new Fields(fields))).contactUrl()).isEqualTo("mailto:data@example.gov");
    }

    @Test
    void everyErrorHasItsMessage() {
        var bundle = ResourceBundle.getBundle("messages-desk", Locale.ROOT);

        assertThat(errors(statements.check(new Fields(Map.of()))).values())
                .allSatisfy(
                        code -> assertThat(bundle.containsKey(code)).as(code).isTrue());
    }

    private static Map<String, String> story() {
        return new HashMap<>(Map.of("title_en", "Bike rides", "summary_en", "Where people ride.", "type", "map"));
    }

    private static Map<String, String> statement() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("number", "PS-2026-014"),
                Map.entry("title_en", "Safer crossings"),
                Map.entry("challenge_en", "Which crossings need light?"),
                Map.entry("topics", "Transport; safety;"),
                Map.entry("contact", "Data team"),
                Map.entry("licence", "CC0-1.0"),
                Map.entry("difficulty", "starter"),
                Map.entry("opens_at", "2026-11-02"),
                Map.entry("closes_at", "2026-12-24")));
    }

    private static <T> T valid(Checked<T> checked) {
        assertThat(checked).isInstanceOf(Checked.Valid.class);
        return ((Checked.Valid<T>) checked).value();
    }

    private static <T> Map<String, String> errors(Checked<T> checked) {
        assertThat(checked).isInstanceOf(Checked.Invalid.class);
        var byField = new HashMap<String, String>();
        ((Checked.Invalid<T>) checked).errors().forEach(error -> byField.put(error.field(), error.code()));
        return byField;
    }
}
