package sightings.ingest.recognising;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.recognising.Observations.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nyc",
                "sf",
                "seattle",
                "austin",
                "montgomery",
                "calgary",
                "toronto",
                "montreal",
                "zurich",
                "berlin",
                "helsinki",
                "london",
                "paris",
                "bordeaux",
                "basel",
                "dc",
                "denver",
                "minneapolis",
                "la",
                "edmonton",
                "boston",
                "barcelona",
                "melbourne",
                "gent",
                "detroit",
                "raleigh"
            })
    void findsWhatACarefulPersonFinds(String city) throws IOException {
        var catalogue = catalogue(city);
        var recogniser = new Recogniser();
        int files = 0;

        for (String line : resource(city + ".files.jsonl").lines().toList()) {
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

    private static TreeMap<String, String> wanted(JsonNode finds) {
        var wanted = new TreeMap<String, String>();
        finds.properties()
                .forEach(find -> wanted.put(find.getKey(), find.getValue().asString()));
        return wanted;
    }

    private static Set<String> either(JsonNode given, Set<String> wanted) {
        var either = new TreeSet<String>();
        given.path("either").forEach(dataset -> either.add(dataset.asString()));
        assertThat(new HashSet<>(wanted)).doesNotContainAnyElementsOf(either.isEmpty() ? Set.of("") : either);
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
