package sightings.ingest.asked;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightings.evidence.RefusalReason;
import sightings.evidence.Said;
import sightings.ingest.asked.Answer.Line;
import sightings.ingest.asked.Answer.Outcome;
import sightings.ingest.asked.Answer.Step;
import sightings.ingest.asked.Answer.Suggestion;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.Examples;
import sightings.ingest.downloads.LogExplainers;

/** Tests for {@link Reasons}, {@link PastedText} and {@link LogLines}. */
class ReasonsTests {

    private static final String PORTAL = "data.example.gov";
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Catalogue CATALOGUE =
            Catalogue.of(List.of(Examples.dataset(PORTAL, "abcd-2345", Set.of("trees"), Set.of(), Set.of())));

    @Test
    void showsAFindWithRuleAndDataset() {
        var steps = asked("app.py", "read('https://data.example.gov/resource/abcd-2345.json')");

        assertThat(steps).hasSize(1);
        assertThat(steps.getFirst().outcome()).isEqualTo(Outcome.FOUND);
        assertThat(steps.getFirst().rule()).startsWith("socrata-resource");
        assertThat(steps.getFirst().find()).extracting("dataset", "grade").containsExactly("abcd-2345", "USE");
    }

    @Test
    void saysWhichPortalTheTextSpeaksOf() {
        var told = new Reasons().of(PastedText.observed(null, "see data.example.gov", NOW), CATALOGUE);

        assertThat(told.as()).isEqualTo("prose");
        assertThat(told.steps())
                .extracting(Step::outcome, Step::text)
                .contains(org.assertj.core.groups.Tuple.tuple(Outcome.PORTAL, PORTAL));
    }

    @Test
    void suggestsTheUnknownIdOfAKnownPortalAsAnAlias() {
        var steps = asked(null, "https://data.example.gov/d/wxyz-9876");

        assertThat(steps)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.outcome()).isEqualTo(Outcome.REFUSED))
                .allSatisfy(step -> assertThat(step.suggestion()).isEqualTo(new Suggestion("ID", "wxyz-9876")));
    }

    @Test
    void suggestsTheAddressAtAnUnknownHost() {
        var steps = asked(null, "https://old.example.org/files/trees.csv");

        assertThat(steps)
                .extracting(Step::suggestion)
                .containsExactly(new Suggestion("URL", "old.example.org/files/trees.csv"));
    }

    @Test
    void saysWhyByACodeAndWhatWouldHaveToBeTrue() {
        var step = asked(null, "https://data.example.gov/d/wxyz-9876").getFirst();

        assertThat(step.reason()).isEqualTo(RefusalReason.NOT_OF_PORTAL.with(PORTAL, "'wxyz-9876'"));
        assertThat(step.wouldMatch())
                .returns("NOT_OF_PORTAL", Said::code)
                .returns(
                        "A dataset would have to have 'wxyz-9876' as its present or former id, name or file: add it as"
                                + " an alias.",
                        Said::text);
    }

    @Test
    void tellsOfALogLineDatasetClassAndProfiles() {
        var line = logged("GET /resource/abcd-2345.csv HTTP/1.1", "curl/8.5.0");

        assertThat(line.outcome()).isEqualTo(Line.ACCEPTED);
        assertThat(line.request())
                .extracting("dataset", "title", "kind", "accessClass", "tool")
                .containsExactly("abcd-2345", "Title of abcd-2345", "API", "TOOL", "curl");
        assertThat(line.profiles())
                .hasSize(2)
                .allSatisfy(counted -> assertThat(counted.why()).isNull());
        assertThat(line.toString()).doesNotContain("203.0.113.7");
    }

    @Test
    void suggestsTheUnknownIdOfALogLineAsAnAlias() {
        var line = logged("GET /resource/wxyz-9876.csv?$$app_token=Zx81kk29QpLw77 HTTP/1.1", "curl/8.5.0");

        assertThat(line.outcome()).isEqualTo("NOT_DATASET");
        assertThat(line.profiles()).isEmpty();
        assertThat(line.steps()).extracting(Step::suggestion).contains(new Suggestion("ID", "wxyz-9876"));
        assertThat(line.toString()).doesNotContain("Zx81kk29QpLw77");
    }

    @Test
    void showsNoSecret() {
        var steps = asked(
                "app.py",
                "u = 'https://ana:hunter2secret@data.example.gov/resource/wxyz-9876.json?app_token=Zx81kk29QpLw77'");

        assertThat(steps).isNotEmpty();
        assertThat(steps.toString()).doesNotContain("hunter2secret").doesNotContain("Zx81kk29QpLw77");
    }

    @Test
    void staysSmallWhateverIsPasted() {
        var steps = asked(null, "https://old.example.org/a wxyz-9876 ".repeat(20_000));

        assertThat(steps).hasSizeLessThanOrEqualTo(200);
    }

    private static List<Step> asked(@Nullable String path, String text) {
        return new Reasons()
                .of(PastedText.observed(path, text, NOW), CATALOGUE).steps().stream()
                        .filter(step -> step.outcome() != Outcome.PORTAL)
                        .toList();
    }

    private static Line logged(String request, String agent) {
        var logs = LogExplainers.of(CATALOGUE, PORTAL, InstantSource.fixed(NOW));
        return new LogLines(logs, InstantSource.fixed(NOW))
                .of(
                        "203.0.113.7 - - [02/Nov/2026:10:00:00 +0000] \"" + request + "\" 200 5 \"-\" \"" + agent
                                + "\"",
                        Set.of(PORTAL),
                        CATALOGUE)
                .getFirst();
    }
}
