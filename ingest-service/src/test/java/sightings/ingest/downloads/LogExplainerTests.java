package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;
import sightings.event.AccessClass;
import sightings.event.AccessKind;

/** Tests for {@link LogExplainer}. */
class LogExplainerTests {

    private static final String AGENT = "Mozilla/5.0 (X11; secret-machine-name) Firefox/140.0";
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));

    @Test
    void tellsFormatDatasetAndWhoAskedWithoutAddressAndAgent() {
        var line = only(combined("GET /resource/abcd-1234.csv HTTP/1.1", 200, "https://blog.example.org/x", AGENT));

        assertThat(line.format()).isEqualTo("combined");
        assertThat(line.filter()).isNull();
        assertThat(line.request())
                .returns(new DatasetId("abcd-1234"), ReadLine.Request::dataset)
                .returns(AccessKind.API, ReadLine.Request::kind)
                .returns(AccessClass.PERSON, ReadLine.Request::accessClass)
                .returns("blog.example.org", ReadLine.Request::site);
        assertThat(line.toString()).doesNotContain("203.0.113.7").doesNotContain("secret-machine-name");
    }

    @Test
    void tellsThePatternThatNamesTheTool() {
        var line = only(combined("GET /d/abcd-1234 HTTP/1.1", 200, "-", "python-requests/2.32.3 (ana@example.org)"));

        assertThat(line.request())
                .returns(AccessClass.TOOL, ReadLine.Request::accessClass)
                .returns("python-requests", ReadLine.Request::pattern);
        assertThat(line.toString()).doesNotContain("ana@example.org");
    }

    @Test
    void tellsThePatternOfARobot() {
        var line = only(combined("GET /d/abcd-1234 HTTP/1.1", 200, "-", "Googlebot/2.1 (+http://x.example)"));

        assertThat(line.request()).returns(AccessClass.ROBOT, ReadLine.Request::accessClass);
        assertThat(line.request().pattern()).isNotBlank();
    }

    @Test
    void tellsTheFilterByWhichALineIsNotAccepted() {
        assertThat(only(combined("POST /d/abcd-1234 HTTP/1.1", 200, "-", AGENT)).filter())
                .isEqualTo(Accounting.Filter.METHOD);
        assertThat(only(combined("GET /d/abcd-1234 HTTP/1.1", 404, "-", AGENT)).filter())
                .isEqualTo(Accounting.Filter.STATUS);
        assertThat(only(combined("GET /d/none-0000 HTTP/1.1", 200, "-", AGENT)).filter())
                .isEqualTo(Accounting.Filter.NOT_DATASET);
    }

    @Test
    void tellsWhyALineIsRejected() {
        assertThat(only("nothing of a log").rejected()).isNotNull();
        assertThat(only(combined("GET /d/abcd-1234 HTTP/1.1", 200, "-", AGENT).replace("2026", "2031"))
                        .rejected())
                .isEqualTo(Parsed.Reason.BAD_DATE);
    }

    @Test
    void goesByTheFormatAndExclusionsOfTheSettings() {
        var explainer = explainer(
                List.of(new LogExplainer.Log("portal", "auto", Exclusions.of(List.of("203.0.113.0/24"), List.of()))));

        var line = explainer
                .explain(combined("GET /d/abcd-1234 HTTP/1.1", 200, "-", AGENT))
                .getFirst();

        assertThat(line.log()).isEqualTo("portal");
        assertThat(line.filter()).isEqualTo(Accounting.Filter.EXCLUDED);
    }

    @Test
    void readsALineOfAnotherFormatThanThatOfTheSettings() {
        var explainer = explainer(List.of(new LogExplainer.Log("portal", "json", Exclusions.NONE)));

        var line = explainer
                .explain(combined("GET /d/abcd-1234 HTTP/1.1", 200, "-", AGENT))
                .getFirst();

        assertThat(line.log()).isNull();
        assertThat(line.format()).isEqualTo("combined");
    }

    @Test
    void readsColumnsThatTheTextNames() {
        var lines = explainer(List.of())
                .explain("#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent)\n"
                        + "2026-11-20 09:00:00 203.0.113.7 GET /d/abcd-1234 - 200 curl/8.5.0\n");

        assertThat(lines).extracting(ReadLine::format).containsOnly("w3c");
        assertThat(lines.getFirst().filter()).isEqualTo(Accounting.Filter.DIRECTIVE);
        assertThat(lines.getLast().request()).returns(new DatasetId("abcd-1234"), ReadLine.Request::dataset);
    }

    @Test
    void readsAFewLinesHoweverManyThereAre() {
        var many = (combined("GET /d/abcd-1234 HTTP/1.1", 200, "-", AGENT) + "\n").repeat(500);

        assertThat(explainer(List.of()).explain(many)).hasSize(20);
    }

    private static ReadLine only(String line) {
        return explainer(List.of()).explain(line).getFirst();
    }

    private static LogExplainer explainer(List<LogExplainer.Log> logs) {
        return new LogExplainer(logs, RobotList.bundled(), FewDatasets.usual(), Set.of("data.example.gov"), NOW);
    }

    private static String combined(String request, int status, String referrer, String agent) {
        return "203.0.113.7 - - [20/Nov/2026:09:00:00 +0000] \"" + request + "\" " + status + " 5 \"" + referrer
                + "\" \"" + agent + "\"";
    }
}
