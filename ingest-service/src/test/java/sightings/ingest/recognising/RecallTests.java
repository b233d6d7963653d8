package sightings.ingest.recognising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sightings.evidence.Sighting;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.CatalogueFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests for {@link Recogniser} on references to real portals in real repositories: prints recall and precision by the
 * form of the reference and by grade. It is skipped where the references are not at hand (property {@code
 * sightings.data}). Where a file's text is not at hand, the lines are written in the file's language, in several ways.
 */
class RecallTests {

    private static final Path DATA = Path.of(System.getProperty("sightings.data", "../../shared/data"));
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Map<String, City> CITIES = Map.of(
            "chicago", new City("catalog/chicago/chicago-catalog-facts.jsonl", List.of("data.cityofchicago.org")),
            "philly",
                    new City(
                            "catalog/philadelphia/data.json",
                            List.of("opendataphilly.org", "www.opendataphilly.org", "data.phila.gov")));
    private static final City AUSTIN =
            new City("catalog/austin/data.austintexas.gov.public-domain.jsonl", List.of("data.austintexas.gov"));

    private final Recogniser recogniser = new Recogniser();

    private record City(String catalogue, List<String> portals) {

        Catalogue read() throws IOException {
            return CatalogueFile.read(DATA.resolve(catalogue).toString(), portals, DAY)
                    .catalogue();
        }
    }

    private record Line(
            String city, String repository, String path, String url, String form, Set<String> keys, String context) {

        String file() {
            return repository + "/" + path;
        }
    }

    @BeforeEach
    void needsTheReferences() {
        assumeThat(DATA.resolve("uses/github-uses.jsonl"))
                .as("recorded references")
                .exists();
    }

    @Test
    void findsReferencesOfRealRepositoriesHoweverTheyAreWritten() throws IOException {
        var tally = new Tally();
        for (var city : CITIES.entrySet()) {
            var catalogue = city.getValue().read();
            for (var lines : byFile(city.getKey()).values()) {
                for (int way = 0; way < Ways.COUNT; way++) {
                    var text = text(lines, way, city.getValue());
                    var found = recogniser.recognise(
                            Observations.file(lines.getFirst().path(), text), catalogue);
                    tally.add(lines, found, catalogue);
                }
            }
        }

        tally.print();
        assertThat(tally.recall()).isGreaterThanOrEqualTo(0.98);
        assertThat(tally.strangers).as("finds of what no line refers to").isEmpty();
    }

    @Test
    void findsReferencesInWholeReadmes() throws IOException {
        var tally = new Tally();
        for (var city : CITIES.entrySet()) {
            var catalogue = city.getValue().read();
            for (var lines : byFile(city.getKey()).values()) {
                var readme =
                        readme(lines.getFirst().repository(), lines.getFirst().path());
                if (Files.exists(readme)) {
                    var file = Observations.file(lines.getFirst().path(), Files.readString(readme));
                    tally.add(lines, recogniser.recognise(file, catalogue), catalogue);
                }
            }
        }

        tally.print();
        assertThat(tally.recall()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void findsNothingInRepositoriesWithoutReferences() throws IOException {
        int read = 0;
        for (String text : Files.readAllLines(DATA.resolve("uses/github-repos.jsonl"))) {
            var repository = JSON.readTree(text);
            var readme = readme(
                    repository.path("repo").asString(),
                    repository.path("readme_path").asString(""));
            boolean refers = !repository.path("dataset_ids").isEmpty()
                    || !repository.path("slugs").isEmpty();
            if (!refers && Files.exists(readme)) {
                read++;
                var file = Observations.file("README.md", Files.readString(readme));
                for (City city : List.of(CITIES.get("chicago"), CITIES.get("philly"), AUSTIN)) {
                    assertThat(recogniser.recognise(file, city.read()))
                            .as(readme.getFileName() + " with " + city.catalogue())
                            .isEmpty();
                }
            }
        }
        assertThat(read).isGreaterThan(20);
    }

    @Test
    void findsNothingOfAnotherCity() throws IOException {
        var austin = AUSTIN.read();
        for (String city : CITIES.keySet()) {
            for (var lines : byFile(city).values()) {
                var text = text(lines, 0, CITIES.get(city));
                assertThat(recogniser.recognise(
                                Observations.file(lines.getFirst().path(), text), austin))
                        .as(lines.getFirst().file())
                        .isEmpty();
            }
        }
    }

    private static Path readme(String repository, String path) {
        return DATA.resolve("uses/readmes/" + repository.replace('/', '+') + "__" + path.replace('/', '+'));
    }

    private static String text(List<Line> lines, int way, City city) {
        var text = new StringBuilder();
        for (Line line : lines) {
            if (!line.context().isEmpty()) {
                text.append(line.context());
            } else if (!line.url().isEmpty()) {
                text.append(Ways.address(line.path(), line.url(), way));
            } else {
                for (String id : line.keys()) {
                    text.append(Ways.id(line.path(), city.portals().getFirst(), id, way))
                            .append('\n');
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static Map<String, List<Line>> byFile(String city) throws IOException {
        var files = new HashMap<String, List<Line>>();
        for (String text : Files.readAllLines(DATA.resolve("uses/github-uses.jsonl"))) {
            JsonNode node = JSON.readTree(text);
            var keys = new HashSet<String>();
            node.path("dataset_ids").forEach(id -> keys.add(id.asString()));
            if (node.path("slug").isString()) {
                keys.add(node.path("slug").asString());
            }
            var line = new Line(
                    node.path("city").asString(),
                    node.path("repo").asString(),
                    node.path("path").asString(),
                    node.path("url").isNull() ? "" : node.path("url").asString(),
                    node.path("form").asString(),
                    keys,
                    node.path("context").isNull() ? "" : node.path("context").asString());
            if (line.city().equals(city)) {
                files.computeIfAbsent(line.file(), _ -> new ArrayList<>()).add(line);
            }
        }
        return files;
    }

    /** What was to be found and what was, by form, and what was found by grade. */
    private static final class Tally {

        private final Map<String, int[]> forms = new TreeMap<>();
        private final Map<String, int[]> grades = new TreeMap<>();
        private final List<String> missed = new ArrayList<>();
        private final List<String> strangers = new ArrayList<>();

        void add(List<Line> lines, List<Sighting> found, Catalogue catalogue) {
            var ids = new HashSet<String>();
            found.forEach(each -> ids.add(each.dataset().value()));
            for (Line line : lines) {
                for (String key : line.keys()) {
                    for (String portal : catalogue.portalsWith(key)) {
                        var id = catalogue.at(portal, key).orElseThrow().value();
                        int[] count = forms.computeIfAbsent(line.form(), _ -> new int[2]);
                        count[1]++;
                        count[0] += ids.contains(id) ? 1 : 0;
                        if (!ids.contains(id)) {
                            missed.add(line.form() + " " + line.file() + " " + line.url() + " " + key + " "
                                    + line.context());
                        }
                    }
                }
            }
            for (Sighting each : found) {
                int[] count = grades.computeIfAbsent(each.grade().name(), _ -> new int[2]);
                var id = each.dataset().value();
                boolean referred = lines.stream()
                        .anyMatch(line -> line.keys().contains(id)
                                || line.context().contains(id)
                                || line.url().contains(id));
                count[1]++;
                count[0] += referred ? 1 : 0;
                if (!referred) {
                    strangers.add(lines.getFirst().file() + " " + each.rule() + " " + id + " " + each.snippet());
                }
            }
        }

        double recall() {
            return (double) forms.values().stream().mapToInt(count -> count[0]).sum()
                    / forms.values().stream().mapToInt(count -> count[1]).sum();
        }

        void print() {
            forms.forEach((form, count) -> System.out.printf("recall    %-16s %5d of %5d%n", form, count[0], count[1]));
            grades.forEach(
                    (grade, count) -> System.out.printf("precision %-16s %5d of %5d%n", grade, count[0], count[1]));
            System.out.printf("recall    %-16s %.2f %%%n", "in all", 100 * recall());
            missed.stream().limit(30).forEach(line -> System.out.println("missed " + line));
            strangers.stream().limit(30).forEach(line -> System.out.println("stranger " + line));
        }
    }
}
