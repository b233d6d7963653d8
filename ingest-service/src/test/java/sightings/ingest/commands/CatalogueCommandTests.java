package sightings.ingest.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests for {@link CatalogueCommand}: what it prints where, and its exit code. */
class CatalogueCommandTests {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsDatasetsAndWhatWasWrong() throws IOException {
        var file = written("""
                {"id": "trees", "title": "Árboles \\"nuevos\\"", "permalink": "https://data.example.gov/dataset/trees"}
                {"id": "stops"
                """);

        assertThat(run(file.toString())).isEqualTo(1);

        assertThat(out).hasToString("""
                {"id":"trees","title":"Árboles \\"nuevos\\"","portal":"data.example.gov","landingPage":"https://data.example.gov/dataset/trees",\
                "references":{"host":["data.example.gov"],"id":["trees"],"url":["data.example.gov/dataset/trees"]}}
                """);
        assertThat(err.toString()).startsWith("line 2: not JSON\n1 dataset of data.example.gov, catalogue version ");
    }

    @Test
    void succeedsWhereNothingIsWrongAndSaysThatThePortalIsMissing() throws IOException {
        var file = written("[{\"id\": \"trees\", \"title\": \"Trees\"}]");

        assertThat(run(file.toString())).isZero();
        assertThat(err.toString()).startsWith("Nothing in it names the portal's host; give it with --portal HOST.\n");
        assertThat(run(file.toString(), "--portal", "data.example.gov", "--portal", "www.example.gov"))
                .isZero();
        assertThat(out.toString()).contains("\"host\":[\"data.example.gov\",\"www.example.gov\"]");
    }

    @Test
    void saysWhyNothingCouldBeRead() {
        assertThat(run(folder.resolve("none.json").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none.json does not exist");
        assertThat(run("http://127.0.0.1:1/data.json")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesToRunWithoutFile() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'FILE_OR_URL'");
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("catalogue"), text);
    }

    private int run(String... arguments) {
        return new CommandLine(new CatalogueCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
