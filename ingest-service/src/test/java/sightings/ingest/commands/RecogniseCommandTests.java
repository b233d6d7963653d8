package sightings.ingest.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import sightings.ingest.bytes.LineBytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests for {@link RecogniseCommand} and {@link ExplainCommand}. */
class RecogniseCommandTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String catalogue = "";

    @BeforeEach
    void writeCatalogue() throws IOException {
        var file = folder.resolve("catalogue.jsonl");
        Files.writeString(
                file,
                "{\"id\": \"igwz-8jzy\", \"title\": \"Crashes\", \"permalink\": \"https://data.example.gov/d/igwz-8jzy\"}\n");
        catalogue = file.toString();
    }

    @Test
    void printsOneLinePerFind() {
        int code = recognise("""
                {"where": "a/b", "path": "x.py", "text": "import x\\nget('https://data.example.gov/resource/igwz-8jzy.json')"}
                {"where": "a/c", "path": "README.md", "text": "Nothing here."}
                {"where": "post", "path": null, "text": "See https://data.example.gov/d/igwz-8jzy"}
                """);

        assertThat(code).isZero();
        assertThat(err.toString()).isEmpty();
        var finds = lines();
        assertThat(finds).hasSize(2);
        assertThat(finds.getFirst().propertyNames())
                .containsExactly(
                        "where", "path", "line", "dataset", "grade", "method", "verification", "confidence", "snippet");
        assertThat(finds.getFirst().path("where").asString()).isEqualTo("a/b");
        assertThat(finds.getFirst().path("line").asInt()).isEqualTo(2);
        assertThat(finds.getFirst().path("dataset").asString()).isEqualTo("igwz-8jzy");
        assertThat(finds.getFirst().path("grade").asString()).isEqualTo("use");
        assertThat(finds.getLast().path("path").isNull()).isTrue();
        assertThat(finds.getLast().path("grade").asString()).isEqualTo("reference");
    }

    @Test
    void tellsBadLinesByNumberAndReadsTheOthers() {
        int code = recognise("""
                {"where": "a", "path": "x.py", "text": "https://data.example.gov/d/igwz-8jzy"
                [1]

                {"where": "a", "path": "x.py"}
                {"path": "x.py", "text": ""}
                {"where": "a", "path": 7, "text": ""}
                {"where": "a", "path": "x.py", "text": ""} {}
                {"where": "a", "path": "x.py", "text": "https://data.example.gov/d/igwz-8jzy", "more": {"x": [1]}}
                """);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("line 1: not JSON"),
                        line -> assertThat(line).isEqualTo("line 2: not a JSON object"),
                        line -> assertThat(line).isEqualTo("line 4: no \"text\""),
                        line -> assertThat(line).isEqualTo("line 5: no \"where\""),
                        line -> assertThat(line).isEqualTo("line 6: \"path\" is not a text"),
                        line -> assertThat(line).startsWith("line 7: "));
        assertThat(lines()).hasSize(1);
    }

    @Test
    void readsALineOverTheCapUpToThereAndSaysSo() {
        var address = "https://data.example.gov/d/igwz-8jzy ";
        var text = address + "é\\n\\u00e9".repeat(200_000) + address.repeat(1_000);

        int code = recognise("{\"where\": \"a\", \"path\": \"x.md\", \"text\": \"" + text + "\"}\n", "--cap", "1");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).startsWith("line 1: longer than 1 MB");
        assertThat(lines()).hasSize(1);
    }

    @Test
    void readsNoMoreOfALineThanFitsTheMemoryAndGoesOn() {
        var address = "https://data.example.gov/d/igwz-8jzy ";
        var line = "{\"where\": \"a\", \"text\": \"" + address + "x".repeat(3 << 20) + "\"}\n";
        var in = new ByteArrayInputStream(
                (line + "{\"where\": \"b\", \"text\": \"" + address + "\"}\n").getBytes(StandardCharsets.UTF_8));

        int code = run(new CommandLine(new RecogniseCommand(in, 48L << 20)), "--cap", "64");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "--cap 64 does not fit the memory of 48 MB; 2 MB of a line are read",
                        "line 1: longer than 2 MB, read up to there");
        assertThat(lines()).extracting(find -> find.path("where").asString()).containsExactly("a", "b");
    }

    @Test
    void holdsNoMoreOfALineThanTheCap() throws IOException {
        int cap = 70_000;
        var lines = new LineBytes(new ByteArrayInputStream(new byte[1 << 20]), cap);

        assertThat(lines.next()).isTrue();
        lines.endWith(cap, new byte[] {'"', '}'});
        assertThat(lines.isCut()).isTrue();
        assertThat(lines.bytes().length).isLessThanOrEqualTo(cap + 2);
    }

    @Test
    void saysThatAnExplainedTextIsCutHoweverManyBytesACharacterHas() {
        int cap = 1 << 20;

        explain("-", "x" + "é".repeat(cap / 2));
        assertThat(out.toString()).contains("Read " + cap / 2 + " characters, cut there,");
        out.getBuffer().setLength(0);
        explain("-", "é".repeat(cap / 2));
        assertThat(out.toString()).contains("Read " + cap / 2 + " characters as ");
    }

    @Test
    void printsEachLineOrOnlyTheStrongest() {
        var text = "{\"where\": \"a\", \"path\": \"x.py\", \"text\": \"# https://data.example.gov/d/igwz-8jzy\\n"
                + "get('https://data.example.gov/resource/igwz-8jzy.json')\"}\n";

        recognise(text);
        assertThat(lines()).extracting(find -> find.path("line").asInt()).containsExactly(1, 2);
        out.getBuffer().setLength(0);
        recognise(text, "--strongest");
        assertThat(lines()).extracting(find -> find.path("line").asInt()).containsExactly(2);
    }

    @Test
    void saysThatThereIsNoCatalogue() {
        catalogue = folder.resolve("missing").toString();

        assertThat(recognise("")).isEqualTo(2);
        assertThat(err.toString()).contains("does not exist");
    }

    @Test
    void readsNoTextsForACatalogueWithoutDatasets() throws IOException {
        catalogue = Files.writeString(folder.resolve("page.html"), "<html>No such page</html>")
                .toString();

        assertThat(recognise("{\"where\": \"a\", \"text\": \"x\"}")).isEqualTo(2);
        assertThat(err.toString())
                .contains("catalogue: the document: no JSON, line 1, column 1")
                .contains("catalogue: there is no dataset in " + catalogue);
    }

    @Test
    void explainsFindsAndWhatIsNone() {
        int code = explain("https://data.example.gov/d/igwz-8jzy https://data.example.gov/d/zzzz-9999 "
                + "https://data.other.gov/d/igwz-8jzy aaaa-7777");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("rules version 4")
                .contains("speaks of the portal data.example.gov")
                .contains("rule socrata-permalink@4, grade reference")
                .contains("'zzzz-9999'")
                .contains("The host data.other.gov is no portal's")
                .contains("add it as an alias");
    }

    @Test
    void explainsWhyNothingWasFound() {
        assertThat(explain("https://data.other.gov/d/igwz-8jzy")).isEqualTo(1);
        assertThat(out.toString()).contains("stands in the address of a host that is not in the catalogue");
        out.getBuffer().setLength(0);
        assertThat(explain("Nothing.")).isEqualTo(1);
        assertThat(out.toString()).contains("Nothing in it looks like a reference");
    }

    private int recognise(String input, String... options) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return run(new CommandLine(new RecogniseCommand(in)), options);
    }

    private int explain(String text) {
        return explain(text, "");
    }

    private int explain(String text, String input) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return run(new CommandLine(new ExplainCommand(in)), text);
    }

    private int run(CommandLine command, String... options) {
        var all = new java.util.ArrayList<>(List.of("--catalogue", catalogue));
        all.addAll(List.of(options));
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private List<JsonNode> lines() {
        return out.toString().lines().map(JSON::readTree).toList();
    }
}
