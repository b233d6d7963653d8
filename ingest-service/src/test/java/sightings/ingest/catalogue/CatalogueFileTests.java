package sightings.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;

/** Tests for {@link CatalogueFile}: each kind of catalogue, found from its content. */
class CatalogueFileTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final Path DATA =
            Path.of(System.getProperty("sightings.data", "../../shared/data")).resolve("catalog");

    @TempDir
    private Path folder;

    @Test
    void readsSocrataAnswerAndFindsItsPortal() throws IOException {
        var read = read("""
                {"results": [
                  {"resource": {"id": "ijzp-q8t2", "name": "Crimes", "nbe_fxf": "6zsd-86xi", "type": "dataset"},
                   "metadata": {"domain": "data.example.gov"}, "permalink": "https://data.example.gov/d/ijzp-q8t2",
                   "link": "https://data.example.gov/Public-Safety/Crimes/ijzp-q8t2"},
                  {"resource": {"name": "Without an id"}, "metadata": {"domain": "data.example.gov"}},
                  {"resource": {"id": "abcd-2345", "name": "Next door"}, "metadata": {"domain": "data.next.example"}}
                ], "resultSetSize": 3}
                """);

        assertThat(read.portals()).containsExactly("data.example.gov");
        assertThat(read.wrong()).containsExactly("entry 2: 'Without an id' has no usable id");
        assertThat(read.catalogue().at("data.example.gov", "6zsd-86xi")).contains(new DatasetId("ijzp-q8t2"));
        assertThat(read.catalogue().at("data.example.gov", "crimes")).contains(new DatasetId("ijzp-q8t2"));
        assertThat(read.catalogue().portalAt("data.next.example")).contains("data.next.example");
    }

    @Test
    void readsWhatIsPackedAndSaysWhereItEndsTooEarly() throws IOException {
        var packed = folder.resolve("catalogue.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("{\"id\": \"trees\", \"title\": \"Trees\"}".getBytes(StandardCharsets.UTF_8));
        }

        var read = CatalogueFile.read(packed.toString(), List.of("HTTPS://Data.Example.gov:443/home"), TODAY);

        assertThat(read.portals()).containsExactly("data.example.gov");
        assertThat(read.catalogue().datasets()).hasSize(1);
        var cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(Files.readAllBytes(packed), 20));
        assertThatThrownBy(() -> CatalogueFile.read(cut.toString(), List.of(), TODAY))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("cut.gz is packed with gzip and ends too early");
    }

    @Test
    void brokenLineOfJsonLinesLosesOnlyItself() throws IOException {
        var read = read("""
                {"id": "tree-census", "title": "Tree census", "slug": "trees", "permalink": "https://data.example.gov/dataset/trees"}
                {"id": "broken
                ["no object"]

                {"id": "bus-stops", "title": "Bus stops", "resources": ["42f1066a-b19f-42c7-81d5-284f96ed7487", "https://files.example.gov/stops.csv", {"id": "r2", "url": "https://files.example.gov/stops.json", "format": "json"}]}
                {"id": "no-title"}
                {"something": "else"}
                """);

        assertThat(read.wrong())
                .containsExactly(
                        "line 2: not JSON",
                        "line 3: not a JSON object",
                        "line 6: no-title has no title",
                        "line 7: no entry of a catalogue: it has no id");
        assertThat(read.portals()).containsExactly("data.example.gov");
        assertThat(references(read, "tree-census"))
                .containsExactly(
                        "HOST data.example.gov", "ID tree-census", "SLUG trees", "URL data.example.gov/dataset/trees");
        assertThat(references(read, "bus-stops"))
                .contains(
                        "RESOURCE 42f1066a-b19f-42c7-81d5-284f96ed7487",
                        "RESOURCE r2",
                        "URL files.example.gov/stops.csv",
                        "URL files.example.gov/stops.json");
    }

    @Test
    void readsListOfIdsTitlesAndResources() throws IOException {
        var read = read("""
                [
                {"kind": "socrata", "id": "kxtr-5d5w", "title": "Noise 2011", "category": "Environment"},
                {"kind": "ckan", "id": "b2f7c5bc-1d5c-4d6a-9a53-5f6a0c6c1d1e", "resource": "0a7a4c46-61a5-4d0e-8b9f-2a8c0a0f3a52", "slug": "bus-stop-2012", "title": "Bus Stop 2012"}
                ]
                """, "data.example-city.gov");

        assertThat(read.wrong()).isEmpty();
        assertThat(read.portals()).containsExactly("data.example-city.gov");
        assertThat(read.catalogue().at("data.example-city.gov", "0a7a4c46-61a5-4d0e-8b9f-2a8c0a0f3a52"))
                .contains(new DatasetId("b2f7c5bc-1d5c-4d6a-9a53-5f6a0c6c1d1e"));
        assertThat(read.catalogue().at("data.example-city.gov", "bus-stop-2012"))
                .contains(new DatasetId("b2f7c5bc-1d5c-4d6a-9a53-5f6a0c6c1d1e"));
    }

    @Test
    void readsCkanSearchAndFindsPortalInItsHelp() throws IOException {
        var read = read("""
                {"help": "https://opendata.example.gov/api/3/action/help_show?name=package_search", "success": true,
                 "result": {"count": 2, "facets": {}, "results": [
                  {"id": "fd4e1d26-8a1c-4a3c-9d35-0d86be9d2b7e", "name": "bike-lanes", "title": "Bike lanes",
                   "notes": "Lanes", "organization": {"title": "Streets"}, "tags": [{"display_name": "bikes"}],
                   "url": "https://elsewhere.example.com/source",
                   "resources": [{"id": "42f1066a-b19f-42c7-81d5-284f96ed7487", "format": "csv",
                     "url": "https://opendata.example.gov/dataset/fd4e1d26-8a1c-4a3c-9d35-0d86be9d2b7e/resource/42f1066a-b19f-42c7-81d5-284f96ed7487/download/lanes.csv"}]},
                  {"name": "../etc", "resources": []}]}}
                """);

        assertThat(read.portals()).containsExactly("opendata.example.gov");
        assertThat(read.wrong()).containsExactly("entry 2: '../etc' has no usable id");
        var lanes = read.catalogue()
                .dataset(new DatasetId("fd4e1d26-8a1c-4a3c-9d35-0d86be9d2b7e"))
                .orElseThrow();
        assertThat(lanes.landingPage()).isEqualTo("https://opendata.example.gov/dataset/bike-lanes");
        assertThat(lanes.publisher()).isEqualTo("Streets");
        assertThat(references(read, lanes.id().value()))
                .contains("SLUG bike-lanes", "RESOURCE 42f1066a-b19f-42c7-81d5-284f96ed7487");
    }

    @Test
    void hostWhereCkanGivesThePackagesOwnFilesIsThePortalToo() throws IOException {
        var read = read("""
                {"id": "b2f7c5bc-1d5c-4d6a-9a53-5f6a0c6c1d1e", "slug": "trees", "title": "Trees",
                 "permalink": "https://open.example.org/dataset/trees", "resources": [
                  "https://ckan0.example.net/dataset/b2f7c5bc-1d5c-4d6a-9a53-5f6a0c6c1d1e/resource/0a7a4c46-61a5-4d0e-8b9f-2a8c0a0f3a52/download/a.csv",
                  "https://other.example.net/dataset/11111111-1d5c-4d6a-9a53-5f6a0c6c1d1e/resource/0a7a4c46-61a5-4d0e-8b9f-2a8c0a0f3a52",
                  "https://files.example.net/trees/b2f7c5bc-1d5c-4d6a-9a53-5f6a0c6c1d1e.csv"]}
                """.replace("\n", " "));

        assertThat(read.catalogue().datasets().iterator().next().references())
                .filteredOn(reference -> reference.kind() == Reference.Kind.HOST)
                .extracting(Reference::value)
                .containsExactly("ckan0.example.net", "open.example.org");
    }

    @Test
    void readsCkanPackageListWithResources() throws IOException {
        var read = read("""
                {"success": true, "result": [
                  {"id": "a1", "name": "bike-lanes", "title": "Bike lanes", "resources": []}]}
                """, "OpenData.example.gov");

        assertThat(read.catalogue().at("opendata.example.gov", "bike-lanes")).contains(new DatasetId("a1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"total_count\": 1, \"links\": [{\"rel\": \"self\", \"href\": \"https://data.example.org/api/explore/v2.1/catalog/datasets\"}], \"results\": [{\"dataset_id\": \"les-arbres\", \"dataset_uid\": \"da_x1\", \"metas\": {\"default\": {\"title\": \"Trees\", \"theme\": [\"Nature\"]}}}]}",
                "{\"links\": [{\"href\": \"https://data.example.org/api/v2/catalog\"}], \"datasets\": [{\"links\": [], \"dataset\": {\"dataset_id\": \"les-arbres\", \"dataset_uid\": \"da_x1\", \"metas\": {\"default\": {\"title\": \"Trees\"}}}}]}",
                "{\"domain\": \"data.example.org\", \"datasets\": [{\"datasetid\": \"les-arbres\", \"dataset_uid\": \"da_x1\", \"metas\": {\"title\": \"Trees\"}}]}",
                "[{\"dataset_id\": \"les-arbres\", \"dataset_uid\": \"da_x1\", \"domain\": \"data.example.org\", \"metas\": {\"default\": {\"title\": \"Trees\"}}}]"
            })
    void readsOpendatasoftOfEveryVersion(String document) throws IOException {
        var read = read(document);

        assertThat(read.wrong()).isEmpty();
        assertThat(read.portals()).containsExactly("data.example.org");
        assertThat(references(read, "les-arbres"))
                .containsExactly(
                        "HOST data.example.org",
                        "ID les-arbres",
                        "RESOURCE da_x1",
                        "URL data.example.org/explore/dataset/les-arbres");
    }

    @Test
    void readsItemsNamesAndServicesOfHubFeed() throws IOException {
        var read = read("""
                {"conformsTo": "https://project-open-data.cio.gov/v1.1/schema", "dataset": [
                  {"@type": "dcat:Dataset", "title": "Hospitals and Clinics",
                   "identifier": "https://www.arcgis.com/home/item.html?id=dd4580c810204019a7b8eb3e0b329dd6&sublayer=0",
                   "landingPage": "https://data-example.opendata.arcgis.com/datasets/example::hospitals-and-clinics",
                   "distribution": [
                     {"format": "ArcGIS GeoServices REST API",
                      "accessURL": "https://services7.arcgis.com/mOBPykOjAyBO2ZKk/arcgis/rest/services/Hospitals/FeatureServer/0"},
                     {"format": "CSV",
                      "accessURL": "https://data-example.opendata.arcgis.com/datasets/dd4580c810204019a7b8eb3e0b329dd6_0.csv?outSR=%7B%22wkid%22%3A4326%7D"}]}]}
                """);

        assertThat(read.portals()).containsExactly("data-example.opendata.arcgis.com");
        assertThat(references(read, "dd4580c810204019a7b8eb3e0b329dd6_0"))
                .containsExactly(
                        "HOST data-example.opendata.arcgis.com",
                        "ID dd4580c810204019a7b8eb3e0b329dd6_0",
                        "SLUG example::hospitals-and-clinics",
                        "SLUG hospitals-and-clinics",
                        "RESOURCE dd4580c810204019a7b8eb3e0b329dd6",
                        "URL data-example.opendata.arcgis.com/datasets/dd4580c810204019a7b8eb3e0b329dd6_0.csv",
                        "URL data-example.opendata.arcgis.com/datasets/example::hospitals-and-clinics",
                        "URL services7.arcgis.com/mOBPykOjAyBO2ZKk/arcgis/rest/services/Hospitals/FeatureServer",
                        "URL services7.arcgis.com/mOBPykOjAyBO2ZKk/arcgis/rest/services/Hospitals/FeatureServer/0");
    }

    @Test
    void portalGivenComesFirstAndTheDocumentsOwnIsAnAlias() throws IOException {
        var read = read(
                "{\"id\": \"trees\", \"title\": \"Trees\", \"permalink\": \"https://data.example.gov/dataset/trees\"}",
                "open.example.gov");

        assertThat(read.portals()).containsExactly("open.example.gov", "data.example.gov");
        assertThat(read.catalogue().portalAt("data.example.gov")).contains("open.example.gov");
    }

    @Test
    void sharedHostIsNobodysPortal() throws IOException {
        var read = read("""
                {"dataset": [{"identifier": "trees", "title": "Trees", "distribution": [
                  {"accessURL": "https://hub.arcgis.com/datasets/dd4580c810204019a7b8eb3e0b329dd6_0"}]}]}
                """);

        assertThat(read.portals()).isEmpty();
        assertThat(read.catalogue().portalAt("hub.arcgis.com")).isEmpty();
        assertThat(read.catalogue().listing("hub.arcgis.com/datasets/dd4580c810204019a7b8eb3e0b329dd6_0"))
                .contains(new DatasetId("trees"));
    }

    @Test
    void addressThatIsNamedByItsQueryIsNotListedWithoutIt() throws IOException {
        var read = read("""
                {"dataset": [{"identifier": "trees", "title": "Trees", "distribution": [
                  {"accessURL": "https://files.example.gov/export.php?table=trees"},
                  {"accessURL": "https://files.example.gov/trees.csv?format=csv&$limit=5"}]}]}
                """);

        assertThat(references(read, "trees"))
                .containsExactly(
                        "ID trees", "URL files.example.gov/export.php?table=trees", "URL files.example.gov/trees.csv");
        assertThat(read.catalogue().listing("files.example.gov/export.php?a=1&table=trees"))
                .isPresent();
        assertThat(read.catalogue().listing("files.example.gov/export.php?table=roads"))
                .isEmpty();
        assertThat(read.catalogue().listing("files.example.gov/export.php")).isEmpty();
    }

    @Test
    void brokenDocumentKeepsWhatStoodBefore() throws IOException {
        var read = read("""
                {"dataset": [
                 {"identifier": "trees", "title": "Trees"},
                 {"identifier": "stops", "title": "Sto
                """);

        assertThat(read.catalogue().datasets()).hasSize(1);
        assertThat(read.wrong()).hasSize(1).first().asString().startsWith("in or after entry 2: broken JSON, line 3");
    }

    @Test
    void tooLargeEntryLosesOnlyItself() throws IOException {
        var read = read("{\"dataset\": [{\"identifier\": \"big\", \"title\": \"Big\", \"spatial\": ["
                + "123456789,".repeat(700_000) + "1]},{\"identifier\": \"trees\", \"title\": \"Trees\"}]}");

        assertThat(read.wrong()).containsExactly("entry 1: larger than 8000000 characters");
        assertThat(read.catalogue().datasets()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|the document: it is empty",
                "`\"text\"`|the document: neither a JSON object nor a list",
                "`<!DOCTYPE html>`|the document: no JSON, line 1, column 1",
                "`{\"dataset\": []}`|the document has no datasets that a known kind of catalogue would have",
            })
    void saysWhatIsWrongWithNoCatalogue(String document, String wrong) throws IOException {
        var read = read(document);

        assertThat(read.wrong()).containsExactly(wrong);
        assertThat(read.catalogue().datasets()).isEmpty();
    }

    @Test
    void missingFileIsToldByItsName() {
        assertThatThrownBy(() -> CatalogueFile.read("no-such-file.json", List.of(), TODAY))
                .isInstanceOf(IOException.class)
                .hasMessage("no-such-file.json does not exist");
    }

    @Test
    void privateAddressIsRefused() {
        assertThatThrownBy(() -> CatalogueFile.read("http://127.0.0.1:1/data.json", List.of(), TODAY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "chicago/chicago-catalog-facts.jsonl, 588, 0, data.cityofchicago.org",
        "chicago/chicago-catalog-2013-facts.jsonl, 514, 0, data.cityofchicago.org",
        "chicago/data.cityofchicago.org.public-domain.jsonl, 14, 0, data.cityofchicago.org",
        "austin/data.austintexas.gov.public-domain.jsonl, 689, 0, data.austintexas.gov",
        "austin/summary-data_austintexas_gov-LATEST.json, 345, 0, data.austintexas.gov",
        "philadelphia/data.json, 402, 0, ''",
        "dcat-us-samples/dcatus3_0.json, 4, 0, example.gov",
        "dcat-us-samples/dcatus3_0_series_with_members.json, 2, 0, example.gov",
        "dcat-us-samples/dcatus_long_description.json, 1, 0, www.cftc.gov",
        "dcat-us-samples/dcatus_multiple_invalid.json, 1, 0, data.ferndalemi.gov",
        "dcat-us-samples/dcatus_no_identifier.json, 0, 1, www.cftc.gov",
        "dcat-us-samples/dcatus_same_title.json, 2, 0, www.cftc.gov",
        "dcat-us-samples/dcatus_same_title_step_2.json, 2, 0, www.cftc.gov",
        "dcat-us-samples/many-resources.data.json, 1, 0, www.opm.gov",
        "dcat-us-samples/missing-identifier-title.data.json, 1, 2, ''",
        "dcat-us-samples/missing_title.json, 0, 1, ''",
        "dcat-us-samples/ny.data.json, 1, 0, data.ny.gov",
        "dcat-us-samples/usda.gov.data.json, 3, 0, enterprisecontent-usfs.opendata.arcgis.com",
        "chicago/harvest-history-ids.jsonl, 0, 99, ''",
    })
    void readsTheKeptCatalogues(String name, int datasets, int wrong, String portal) throws IOException {
        var file = DATA.resolve(name);
        assumeThat(file).exists();

        var read = CatalogueFile.read(file.toString(), List.of(), TODAY);
        assertThat(read.catalogue().datasets()).hasSize(datasets);
        assertThat(read.wrong()).hasSize(wrong);
        assertThat(String.join(" ", read.portals())).isEqualTo(portal);
    }

    private CatalogueFile read(String document, String... portals) throws IOException {
        var file = folder.resolve("catalogue");
        Files.writeString(file, document);
        return CatalogueFile.read(file.toString(), List.of(portals), TODAY);
    }

    private static List<String> references(CatalogueFile read, String id) {
        return read.catalogue().dataset(new DatasetId(id)).orElseThrow().references().stream()
                .map(CatalogueFileTests::shown)
                .toList();
    }

    private static String shown(Reference reference) {
        assertThat(reference.since()).isEqualTo(TODAY);
        return reference.kind() + " " + reference.value();
    }
}
