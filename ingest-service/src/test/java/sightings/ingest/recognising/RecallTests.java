package sightings.ingest.recognising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sightings.dataset.Dataset;
import sightings.evidence.Observation;
import sightings.evidence.Sighting;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.Examples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests for {@link Recogniser} on references to a real portal in real repositories: prints recall by the form of the
 * reference. It is skipped where the references are not at hand (property {@code sightings.data}). Where the file's text is not at hand, the line around the address is written in the file's language.
 */
class RecallTests {

    private static final String PORTAL = "data.cityofchicago.org";
    private static final Path DATA = Path.of(System.getProperty("sightings.data", "../../shared/data"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Line(
            String repository, String path, int number, String url, String form, Set<String> ids, String context) {}

    @Test
    void findsReferencesOfRealRepositories() throws IOException {
        var uses = data("uses/github-uses.jsonl");
        var facts = data("catalog/chicago/chicago-catalog-facts.jsonl");
        assumeThat(uses).as("recorded references").exists();
        var catalogue = Catalogue.of(datasets(facts));
        var found = new TreeMap<String, int[]>();
        var missed = new ArrayList<String>();
        for (var file : byFile(uses).entrySet()) {
            var lines = file.getValue();
            var sightings = new Recogniser().recognise(observation(lines), catalogue);
            var ids = new HashSet<String>();
            sightings.stream().map(Sighting::dataset).forEach(id -> ids.add(id.value()));
            for (Line line : lines) {
                for (String id : line.ids()) {
                    if (catalogue.portalsWith(id).isEmpty()) {
                        continue;
                    }
                    int[] count = found.computeIfAbsent(line.form(), _ -> new int[2]);
                    count[1]++;
                    if (ids.contains(id)) {
                        count[0]++;
                    } else {
                        missed.add(line.form() + " " + line.repository() + "/" + line.path() + ":" + line.number() + " "
                                + line.url() + " " + id + " " + line.context());
                    }
                }
            }
            for (String id : ids) {
                assertThat(lines)
                        .as("a find without a reference: %s in %s", id, file.getKey())
                        .anyMatch(line -> line.ids().contains(id)
                                || line.context().contains(id)
                                || String.valueOf(line.url()).contains(id));
            }
        }
        int[] total = new int[2];
        found.forEach((form, count) -> {
            System.out.printf("recall %-16s %4d of %4d%n", form, count[0], count[1]);
            total[0] += count[0];
            total[1] += count[1];
        });
        System.out.printf(
                "recall %-16s %4d of %4d = %.1f %%%n", "in all", total[0], total[1], 100.0 * total[0] / total[1]);
        missed.stream().limit(40).forEach(line -> System.out.println("missed " + line));
        assertThat((double) total[0] / total[1]).isGreaterThanOrEqualTo(0.98);
    }

    private static Path data(String name) {
        return DATA.resolve(name);
    }

    private static List<Dataset> datasets(Path facts) throws IOException {
        var datasets = new ArrayList<Dataset>();
        for (String line : Files.readAllLines(facts)) {
            JsonNode node = JSON.readTree(line);
            datasets.add(Examples.dataset(
                    PORTAL,
                    node.path("resource").path("id").asString(),
                    Set.of(),
                    Set.of(),
                    Set.of(node.path("permalink").asString(), node.path("link").asString())));
        }
        return datasets;
    }

    private static Map<String, List<Line>> byFile(Path uses) throws IOException {
        var files = new HashMap<String, List<Line>>();
        for (String text : Files.readAllLines(uses)) {
            JsonNode node = JSON.readTree(text);
            var ids = new HashSet<String>();
            node.path("dataset_ids").forEach(id -> ids.add(id.asString()));
            var line = new Line(
                    node.path("repo").asString(),
                    node.path("path").asString(),
                    node.path("line").asInt(),
                    node.path("url").isNull() ? "" : node.path("url").asString(),
                    node.path("form").asString(),
                    ids,
                    node.path("context").isNull() ? "" : node.path("context").asString());
            if (node.path("city").asString().equals("chicago")) {
                files.computeIfAbsent(line.repository() + "/" + line.path(), _ -> new ArrayList<>())
                        .add(line);
            }
        }
        return files;
    }

    private static Observation observation(List<Line> lines) {
        var text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.context().isEmpty() ? written(line) : line.context())
                    .append('\n');
        }
        return Observations.file(lines.getFirst().path(), text.toString());
    }

    /** An id without an address stands where code asks a client for it, and files that do name their portal. */
    private static String written(Line line) {
        if (!line.url().isEmpty()) {
            return switch (FileKind.of(line.path())) {
                case PROSE -> "See [the data](" + line.url() + ").";
                case NOTEBOOK -> "\"df = pd.read_json('" + line.url() + "')\\n\",";
                case HTML -> "<a href=\"" + line.url() + "\">data</a>";
                case DATA, CONFIG, CODE -> "url = \"" + line.url() + "\"";
            };
        }
        var text = new StringBuilder();
        line.ids()
                .forEach(id -> text.append("rows = Socrata(\"" + PORTAL + "\", None).get(\"")
                        .append(id)
                        .append("\")"));
        return text.toString();
    }
}
