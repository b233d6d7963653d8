package sightings.ingest.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PlainWordsTests {

    private static final String TEXT =
            "{\"where\":\"a\",\"path\":\"a.py\",\"text\":\"get('https://data.example.gov/d/abcd-1234')\"}";

    @TempDir
    Path folder;

    @Test
    void readsOptionsWithTheirValuesAndTheRest() {
        var words = read("--catalogue", "c.json", "a.log", "--portal", "a.gov", "-", "--portal", "b.gov", "--flag")
                .orElseThrow();

        assertThat(words.value("--catalogue")).isEqualTo("c.json");
        assertThat(words.values("--portal")).containsExactly("a.gov", "b.gov");
        assertThat(words.rest()).containsExactly("a.log", "-");
        assertThat(words.has("--flag")).isTrue();
        assertThat(words.value("--format")).isNull();
        assertThat(words.has("--format")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--catalogue",
                "--catalogue=c.json",
                "--catalogue --flag",
                "--catalogue a --catalogue b",
                "--catalogue -",
                "--unknown a",
                "-V",
                "@file",
                "a --",
                "\"a\""
            })
    void leavesAllElseToTheOptionParser(String line) {
        assertThat(read(line.split(" ", -1))).isEmpty();
    }

    @Test
    void doesWhatTheOptionParserWould() throws Exception {
        var catalogue = folder.resolve("catalogue.json");
        Files.writeString(
                catalogue,
                "[{\"id\":\"abcd-1234\",\"title\":\"Trees\",\"permalink\":\"https://data.example.gov/d/abcd-1234\"}]");
        var options = List.of("--catalogue", catalogue.toString(), "--strongest", "--cap", "2");
        var plain = new StringWriter();
        var parsed = new StringWriter();

        int code = RecogniseCommand.plain(options, in())
                .orElseThrow()
                .run(new PrintWriter(plain), new PrintWriter(new StringWriter()));
        int other = new CommandLine(new RecogniseCommand(in()))
                .setOut(new PrintWriter(parsed))
                .execute(options.toArray(String[]::new));

        assertThat(plain.toString()).contains("abcd-1234").isEqualTo(parsed.toString());
        assertThat(code).isEqualTo(other).isZero();
    }

    @Test
    void leavesWrongValuesToTheOptionParser() throws Exception {
        assertThat(PlainCommands.run("count", "--profile", "none", "a.log")).isEmpty();
        assertThat(PlainCommands.run("count")).isEmpty();
        assertThat(PlainCommands.run("recognise", "--catalogue", "c.json", "--cap", "much"))
                .isEmpty();
        assertThat(PlainCommands.run("catalogue", "c.json")).isEmpty();
        assertThat(PlainCommands.run()).isEmpty();
    }

    private static ByteArrayInputStream in() {
        return new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<PlainWords> read(String... words) {
        return PlainWords.read(List.of(words), Set.of("--flag"), Set.of("--catalogue", "--format"), Set.of("--portal"));
    }
}
