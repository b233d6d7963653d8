package sightings.ingest.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests for {@link CountCommand}, end to end: from a log to the numbers that were known before it was written. */
class CountCommandTests {

    private static final Path SHARED =
            Path.of(System.getProperty("sightings.data", "../../shared/data")).resolveSibling("bench");
    private static final String CATALOGUE = "[{\"id\":\"abcd-1234\",\"title\":\"Trees\"}]";
    private static final String LINE =
            "192.0.2.7 - - [23/Nov/2026:18:21:%02d +0100] \"GET /resource/abcd-1234.csv HTTP/1.1\" %d 512 \"-\" \"%s\"\n";

    @TempDir
    Path folder = Path.of("");

    private final StringWriter errors = new StringWriter();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {20261123, 1, 2})
    void givesTheGeneratorsTruth(int seed) throws IOException, InterruptedException {
        var log = generated(seed);
        var expected = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("log.truth.json")));
        var shuffled = folder.resolve("shuffled.log");
        var lines = new ArrayList<>(Files.readAllLines(log));
        Collections.shuffle(lines, new Random(seed));
        Files.write(shuffled, lines);
        for (var each : List.of(log, shuffled)) {
            var counted = count(
                    0,
                    "--catalogue",
                    folder + "/log.datasets.json",
                    "--portal",
                    "data.example-city.gov",
                    "--profile",
                    "counter-rd",
                    each.toString());
            for (var name : List.of("lines", "accepted", "classes", "filtered", "rejected", "counter_rd", "datasets")) {
                assertThat(counted.get(name))
                        .as("%s of %s, seed %d", name, each, seed)
                        .isEqualTo(expected.get(name));
            }
        }
    }

    @Test
    void keepsOneDatasetOfTheCounterSample() {
        var log = SHARED.resolveSibling("data").resolve("logs/counter-processor/counter_2018-05-01.log");
        assumeThat(log).exists();
        var counted = count(0, log.toString());
        assertThat(counted.path("datasets").size()).isEqualTo(1);
        assertThat(counted.at("/datasets/doi:10.7280:D1CD4C/investigations").asInt())
                .isEqualTo(2);
        assertThat(counted.at("/counter_rd/double_clicks").asInt()).isEqualTo(1);
    }

    @Test
    void reportsMachinesApartFromPeopleAndNamesTheTool() throws IOException {
        var log = log(LINE.formatted(3, 200, "curl/8.5.0") + LINE.formatted(3, 200, "Mozilla/5.0"));
        var counted = count(0, "--catalogue", catalogue(), log);
        assertThat(counted.at("/access_methods/machine/requests").asInt()).isEqualTo(1);
        assertThat(counted.at("/access_methods/regular/requests").asInt()).isEqualTo(1);
        assertThat(counted.at("/tools/curl/requests").asInt()).isEqualTo(1);
    }

    @Test
    void countsTheSameLogUnderTheProfileOfEveryDownload() throws IOException {
        var log = log(LINE.formatted(3, 206, "curl/8.5.0")
                + LINE.formatted(4, 206, "curl/8.5.0")
                + LINE.formatted(5, 206, "Mozilla/5.0 (compatible; Googlebot/2.1)"));
        var strict = count(0, "--catalogue", catalogue(), log);
        assertThat(strict.at("/filtered/status").asInt()).isEqualTo(3);
        var every = count(0, "--catalogue", catalogue(), "--profile", "downloads", log);
        assertThat(every.path("accepted").asInt()).isEqualTo(3);
        assertThat(every.at("/datasets/abcd-1234/api").asInt()).isEqualTo(2);
        assertThat(every.path("profile").asString()).isEqualTo("downloads@2");
    }

    @Test
    void neverPrintsWhoItWas() throws IOException {
        var log = log(LINE.formatted(3, 200, "secret-agent") + "192.0.2.7 secret-broken\n");
        assertThat(count(0, "--catalogue", catalogue(), log).toString() + errors)
                .doesNotContain("192.0.2.7")
                .doesNotContain("secret");
    }

    @Test
    void rejectsLinesOfDaysToCome() throws IOException {
        var line = LINE.formatted(3, 200, "curl");
        var counted = count(0, "--catalogue", catalogue(), log(line + line.replace("/2026:", "/2027:")));
        assertThat(counted.path("accepted").asInt()).isEqualTo(1);
        assertThat(counted.at("/rejected/bad_date").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhatItCannotReadAndCountsTheRest() throws IOException {
        var counted = count(1, "--catalogue", catalogue(), folder + "/absent.log", log(LINE.formatted(3, 200, "curl")));
        assertThat(counted.path("accepted").asInt()).isEqualTo(1);
        assertThat(errors.toString()).contains("absent.log: cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--profile=none", "--format=none", "--exclude=none", "--robots=/absent.json"})
    void refusesWhatItDoesNotKnow(String option) throws IOException {
        var line = commandLine(new StringWriter());
        assertThat(line.execute("--catalogue", catalogue(), option, log(LINE.formatted(3, 200, "curl"))))
                .isEqualTo(2);
        assertThat(errors.toString()).isNotEmpty();
    }

    private Path generated(int seed) throws IOException, InterruptedException {
        assumeThat(SHARED.resolve("gen_log.py")).exists();
        assumeThat(Path.of("/usr/bin/env")).exists();
        var log = folder.resolve("log");
        var generator = new ProcessBuilder(
                        "/usr/bin/env",
                        "python3",
                        SHARED.resolve("gen_log.py").toString(),
                        "30000",
                        log.toString(),
                        "" + seed)
                .inheritIO()
                .start();
        assumeThat(generator.waitFor()).as("python3 makes the log").isZero();
        return log;
    }

    private String catalogue() throws IOException {
        return Files.writeString(folder.resolve("catalogue.json"), CATALOGUE).toString();
    }

    private String log(String text) throws IOException {
        return Files.writeString(folder.resolve("access.log"), text).toString();
    }

    private CommandLine commandLine(StringWriter out) {
        var command = new CountCommand();
        command.clock = InstantSource.fixed(Instant.parse("2026-11-24T00:00:00Z"));
        return new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(errors, true));
    }

    private JsonNode count(int expectedCode, String... arguments) {
        var out = new StringWriter();
        int code = commandLine(out).execute(arguments);
        assertThat(code).as(errors.toString()).isEqualTo(expectedCode);
        return JsonMapper.shared().readTree(out.toString());
    }
}
