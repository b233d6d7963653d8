package sightings.ingest.asked;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightings.ingest.asked.Answer.Outcome;
import sightings.ingest.asked.Answer.Step;
import sightings.ingest.asked.Answer.Suggestion;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.Examples;

/** Tests for {@link Reasons} and {@link Question}. */
class ReasonsTests {

    private static final String PORTAL = "data.example.gov";
    private static final Catalogue CATALOGUE =
            Catalogue.of(List.of(Examples.dataset(PORTAL, "abcd-2345", Set.of("trees"), Set.of(), Set.of())));

    @Test
    void showsAFindWithRuleAndDataset() {
        var steps = asked(Question.Kind.TEXT, "app.py", "read('https://data.example.gov/resource/abcd-2345.json')");

        assertThat(steps).hasSize(1);
        assertThat(steps.getFirst().outcome()).isEqualTo(Outcome.FOUND);
        assertThat(steps.getFirst().rule()).startsWith("socrata-resource");
        assertThat(steps.getFirst().find()).extracting("dataset", "grade").containsExactly("abcd-2345", "USE");
    }

    @Test
    void saysWhichPortalTheTextSpeaksOf() {
        var observation = new Question(Question.Kind.TEXT, null, "see data.example.gov")
                .observed(Set.of(PORTAL), Instant.parse("2026-11-20T10:00:00Z"));

        assertThat(new Reasons().of(observation, CATALOGUE))
                .extracting(Step::outcome, Step::text)
                .contains(org.assertj.core.groups.Tuple.tuple(Outcome.PORTAL, PORTAL));
    }

    @Test
    void suggestsTheUnknownIdOfAKnownPortalAsAnAlias() {
        var steps = asked(Question.Kind.ADDRESS, null, "https://data.example.gov/d/wxyz-9876");

        assertThat(steps)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.outcome()).isEqualTo(Outcome.REFUSED))
                .allSatisfy(step -> assertThat(step.suggestion()).isEqualTo(new Suggestion("ID", "wxyz-9876")));
    }

    @Test
    void suggestsTheAddressAtAnUnknownHost() {
        var steps = asked(Question.Kind.ADDRESS, null, "https://old.example.org/files/trees.csv");

        assertThat(steps)
                .extracting(Step::suggestion)
                .containsExactly(new Suggestion("URL", "old.example.org/files/trees.csv"));
    }

    @Test
    void readsTheRequestOfALogLineAtThePortal() {
        var steps = asked(
                Question.Kind.LOG_LINE,
                null,
                "203.0.113.7 - - [02/Nov/2026:10:00:00 +0000] \"GET /resource/abcd-2345.csv HTTP/1.1\" 200 5 \"-\" \"curl\"");

        assertThat(steps).extracting(Step::outcome).containsExactly(Outcome.FOUND);
        assertThat(steps.toString()).doesNotContain("203.0.113.7");
    }

    @Test
    void readsWhatAFeedItemHidesInItsDescription() {
        var steps = asked(
                Question.Kind.FEED_ITEM,
                null,
                "<item><title>Trees</title><description>&lt;a href=\"https://data.example.gov/d/abcd-2345\"&gt;all&lt;/a&gt;"
                        + "</description></item>");

        assertThat(steps).extracting(Step::outcome).contains(Outcome.FOUND);
    }

    @Test
    void showsNoSecret() {
        var steps = asked(
                Question.Kind.TEXT,
                "app.py",
                "u = 'https://ana:hunter2secret@data.example.gov/resource/wxyz-9876.json?app_token=Zx81kk29QpLw77'");

        assertThat(steps).isNotEmpty();
        assertThat(steps.toString()).doesNotContain("hunter2secret").doesNotContain("Zx81kk29QpLw77");
    }

    @Test
    void staysSmallWhateverIsPasted() {
        var steps = asked(Question.Kind.TEXT, null, "https://old.example.org/a wxyz-9876 ".repeat(20_000));

        assertThat(steps).hasSizeLessThanOrEqualTo(200);
    }

    private static List<Step> asked(Question.Kind kind, @Nullable String path, String text) {
        var observation =
                new Question(kind, path, text).observed(Set.of(PORTAL), Instant.parse("2026-11-20T10:00:00Z"));
        return new Reasons()
                .of(observation, CATALOGUE).stream()
                        .filter(step -> step.outcome() != Outcome.PORTAL)
                        .toList();
    }
}
