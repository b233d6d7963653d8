package sightings.ingest.recognising;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.recognising.Observations.file;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.CatalogueFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests for {@link Recogniser} on whole files in many languages, as people write them about cities of each platform. Of each
 * file, {@code finds} says which datasets are found and how strongly, and {@code either} what a careful person may take
 * for a find or not; anything else is a false find.
 */
class WholeFilesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILES = ".files.jsonl";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("cities")
    void findsWhatACarefulPersonFinds(String city) throws IOException {
        var catalogue = catalogue(city);
        var recogniser = new Recogniser();
        int files = 0;

        for (String line : resource(city + FILES).lines().toList()) {
            var given = JSON.readTree(line);
            var path = given.path("path").asString();
            var found = new TreeMap<String, String>();
            recogniser
                    .recognise(file(path, given.path("text").asString()), catalogue)
                    .forEach(find -> found.put(
                            find.dataset().value(), find.grade().name().toLowerCase(Locale.ROOT)));
            var wanted = wanted(given.path("finds"));
            found.keySet().removeAll(either(given, wanted.keySet()));
            assertThat(found).as("%s: %s", city, path).isEqualTo(wanted);
            files++;
        }

        assertThat(files).isPositive();
    }

    static List<String> cities() throws IOException, URISyntaxException {
        var folder = Objects.requireNonNull(WholeFilesTests.class.getResource("whole-files"));
        try (var files = Files.list(Path.of(folder.toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(FILES))
                    .map(name -> name.substring(0, name.length() - FILES.length()))
                    .sorted()
                    .toList();
        }
    }

    private static TreeMap<String, String> wanted(JsonNode finds) {
        var wanted = new TreeMap<String, String>();
        finds.properties()
                .forEach(find -> wanted.put(find.getKey(), find.getValue().asString()));
        return wanted;
    }

    private static Set<String> either(JsonNode given, Set<String> wanted) {
        var either = new TreeSet<String>();
        given.path("either").forEach(dataset -> either.add(dataset.asString()));
        assertThat(Collections.disjoint(wanted, either)).as("either " + either).isTrue();
        return either;
    }

    private Catalogue catalogue(String city) throws IOException {
        var copy = Files.writeString(folder.resolve("catalogue.jsonl"), resource(city + ".catalogue.jsonl"));
        var read = CatalogueFile.read(copy.toString(), List.of(), LocalDate.of(2026, 11, 27));
        assertThat(read.wrong()).isEmpty();
        return read.catalogue();
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(WholeFilesTests.class.getResourceAsStream("whole-files/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
