package sightings.local.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests for the files of {@code sample-city}. */
class SampleCityTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
    private static final Pattern ID = Pattern.compile("[2-9a-kmnp-z]{4}-[2-9a-kmnp-z]{4}(?![0-9A-Za-z-])");
    private static final Pattern CELL = Pattern.compile(",(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");
    private static final Path SHARED = Path.of("../../shared/data");

    private final SampleCity city = SampleCity.load();

    @Test
    void holdsAtLeastFiveHundredDatasets() {
        assertThat(city.datasets()).hasSizeGreaterThanOrEqualTo(500);
        assertThat(city.datasets().values())
                .allSatisfy(dataset -> assertThat(dataset.link()).startsWith("https://data.cityofchicago.org/"));
    }

    @Test
    void atLeastFortyRepositoriesReferToDatasetsFromTheBeginning() {
        assertThat(city.repositories().values().stream()
                        .filter(repository -> repository.later() == 0 && !repository.fork())
                        .filter(repository -> !datasetsOf(repository).isEmpty()))
                .hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void eachRepositoryThatAppearsLaterRefersToADataset() {
        assertThat(city.repositories().values().stream().filter(repository -> repository.later() > 0))
                .hasSize(8)
                .allSatisfy(repository -> assertThat(datasetsOf(repository)).isNotEmpty());
    }

    @Test
    void repositoryNumbersAreAllDifferent() {
        assertThat(city.repositories().values().stream().map(CityRepository::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void referencesStandOnTheirOwnLines() {
        for (var repository : city.repositories().values()) {
            for (var file : repository.files()) {
                var lines = file.text().lines().toList();
                assertThat(file.lines())
                        .allSatisfy(
                                line -> assertThat(lines.get(line.line() - 1)).contains(line.value()));
            }
        }
    }

    @Test
    void notebooksAreNotebooks() {
        var notebooks = city.repositories().values().stream()
                .flatMap(repository -> repository.files().stream())
                .filter(file ->
                        file.extension().equals("ipynb") || file.extension().equals("json"))
                .toList();

        assertThat(notebooks)
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(JSON.readTree(file.text()).isContainer()).isTrue());
    }

    @Test
    void proseNamesOnlyDatasetsOfTheCatalogue() throws IOException {
        var named = new TreeSet<String>();
        city.articles().forEach(article -> article.paragraphs().forEach(text -> named.addAll(linked(text))));
        city.referrers().forEach(site -> named.addAll(site.datasets()));
        statements().forEach(row -> named.addAll(List.of(row.get("datasets").split(";"))));
        stories().forEach(story -> story.path("datasets").forEach(id -> named.add(id.asString())));

        assertThat(named).hasSizeGreaterThan(60).isSubsetOf(city.datasets().keySet());
    }

    @Test
    void thirtyProblemStatementsSpeakBothLanguages() throws IOException {
        assertThat(statements()).hasSize(30).allSatisfy(row -> {
            for (var text : List.of("title", "challenge", "why", "vision")) {
                assertThat(row.get(text + "_en")).isNotBlank().isNotEqualTo(row.get(text + "_es"));
                assertThat(row.get(text + "_es")).isNotBlank();
            }
            assertThat(row.get("contact_url")).endsWith(".example");
        });
    }

    @Test
    void sevenStoriesTellOfRepositoriesThatAreThereFromTheBeginningAndOfASiteThatLoadsData() throws IOException {
        assertThat(stories()).hasSize(7).allSatisfy(story -> {
            var name = story.path("repository").asString();
            var repository = city.repositories().get(name);
            if (repository == null) {
                assertThat(city.referrers())
                        .anyMatch(site -> site.daily() > 5 && site.page().startsWith("https://" + name + "/"));
                assertThat(story.path("body_en").asString()).contains("made up");
            } else {
                assertThat(repository.later()).isZero();
            }
            assertThat(story.path("title_es").asString()).isNotBlank().hasSizeLessThanOrEqualTo(120);
            assertThat(story.path("summary_en").asString()).hasSizeLessThanOrEqualTo(300);
        });
    }

    @Test
    void boundariesAreSmallAndComplete() throws IOException {
        var bytes = SampleCity.bytes("community-areas.geojson");

        assertThat(bytes).hasSizeLessThanOrEqualTo(150_000);
        var areas = JSON.readTree(bytes).path("features");
        assertThat(areas.size()).isEqualTo(77);
        assertThat(areas.findValuesAsString("name"))
                .contains("Rogers Park", "O'Hare", "Loop")
                .doesNotHaveDuplicates();
    }

    @Test
    void noFileIsACopyOfACollectedOne() throws IOException {
        assumeThat(SHARED).as("the collected files are not on this machine").isDirectory();
        Set<String> collected = new HashSet<>();
        try (var files = Files.walk(SHARED)) {
            files.filter(Files::isRegularFile).forEach(file -> collected.add(digest(file)));
        }

        try (var own = Files.walk(Path.of("../sample-city"))) {
            assertThat(own.filter(Files::isRegularFile).map(SampleCityTests::digest))
                    .isNotEmpty()
                    .noneMatch(collected::contains);
        }
    }

    private Set<String> datasetsOf(CityRepository repository) {
        var ids = new TreeSet<String>();
        repository.files().stream()
                .flatMap(file -> file.lines().stream())
                .forEach(line -> city.datasets().keySet().stream()
                        .filter(line.value()::contains)
                        .forEach(ids::add));
        return ids;
    }

    private static List<String> linked(String paragraph) {
        var ids = new ArrayList<String>();
        LINK.matcher(paragraph)
                .results()
                .forEach(link -> ID.matcher(link.group(1)).results().forEach(id -> ids.add(id.group())));
        return ids;
    }

    /** The rows by column; no cell of ours has a line break. */
    private static List<Map<String, String>> statements() throws IOException {
        var lines = new String(SampleCity.bytes("problem-statements.csv"), StandardCharsets.UTF_8)
                .lines()
                .map(SampleCityTests::cells)
                .toList();
        var columns = lines.getFirst();
        return lines.stream()
                .skip(1)
                .map(cells ->
                        IntStream.range(0, columns.size()).boxed().collect(Collectors.toMap(columns::get, cells::get)))
                .toList();
    }

    private static List<String> cells(String line) {
        return CELL.matcher("," + line)
                .results()
                .map(cell ->
                        cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""))
                .toList();
    }

    private static List<JsonNode> stories() throws IOException {
        return new String(SampleCity.bytes("stories.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private static String digest(Path file) {
        try {
            return Answer.sha1(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
