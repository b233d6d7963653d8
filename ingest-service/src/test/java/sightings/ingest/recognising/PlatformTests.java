package sightings.ingest.recognising;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.catalogue.Examples.dataset;
import static sightings.ingest.recognising.Observations.article;
import static sightings.ingest.recognising.Observations.file;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.evidence.Grade;
import sightings.evidence.Method;
import sightings.evidence.Observation;
import sightings.evidence.Sighting;
import sightings.evidence.Verification;
import sightings.ingest.catalogue.Catalogue;

/** Tests for {@link Recogniser}: every shape of the platforms' addresses, whatever the host, and their false friends. */
class PlatformTests {

    private static final String ITEM = "dd4580c810204019a7b8eb3e0b329dd6";
    private static final String UUID = "63352e38-d353-4b54-bfd1-f1b3ee1cabd7";
    private static final String NUMBER = "d_07c63be0f37e6e59c07a4ddc2fd87fcb";

    private final Catalogue catalogue = Catalogue.of(List.of(
            dataset("data.example.gov", "igwz-8jzy"),
            dataset(
                    "city.opendata.arcgis.com",
                    ITEM + "_0",
                    Set.of("cchnl::hospitals-and-clinics", "hospitals-and-clinics"),
                    Set.of(ITEM),
                    Set.of("https://services7.arcgis.com/mOBP/arcgis/rest/services/Hospitals/FeatureServer/0")),
            dataset("opendata.example.fr", "les-arbres"),
            dataset("udata.example.fr", "5b7ffc618b4c4169d30727e0", Set.of("sirene"), Set.of(UUID), Set.of()),
            dataset("ckan.example.ca", "daily-shelter-overnight", Set.of(), Set.of(NUMBER), Set.of()),
            dataset(
                    "jkan.example.org",
                    "shootings",
                    Set.of(),
                    Set.of(),
                    Set.of(
                            "https://opendata.arcgis.com/datasets/a1b2c3d4e5f60718293a4b5c6d7e8f90_1.geojson",
                            "https://opengis.example.org/opengis/rest/services/DoIT/Shootings/MapServer/3/query",
                            "https://other.example.net/dataset/shooting-victims"))));

    private final Recogniser recogniser = new Recogniser();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://opendata.arcgis.com/datasets/{item}_0.csv|arcgis-file|USE
            https://opendata.arcgis.com/datasets/{item}_0.geojson|arcgis-file|USE
            https://city.opendata.arcgis.com/datasets/{item}_0|arcgis-page|REFERENCE
            https://city.opendata.arcgis.com/datasets/{item}|arcgis-page|REFERENCE
            https://city.opendata.arcgis.com/datasets/hospitals-and-clinics|arcgis-page-by-name|REFERENCE
            https://city.opendata.arcgis.com/datasets/cchnl::hospitals-and-clinics/about|arcgis-page|REFERENCE
            https://hub.arcgis.com/datasets/cchnl::hospitals-and-clinics/explore|arcgis-page|REFERENCE
            https://hub.arcgis.com/datasets/{item}_0|arcgis-page|REFERENCE
            https://city.hub.arcgis.com/datasets/{item}_0/geoservice|arcgis-page|REFERENCE
            https://hub.arcgis.com/api/v3/datasets/{item}_0/downloads/data?format=csv&spatialRefId=4326|arcgis-download|USE
            https://opendata.arcgis.com/api/v3/datasets/{item}_0/downloads/data?format=csv|arcgis-download|USE
            https://services7.arcgis.com/mOBP/arcgis/rest/services/Hospitals/FeatureServer/0/query?where=1%3D1&f=json|listed-address|USE
            https://services7.arcgis.com/mOBP/ArcGIS/rest/services/Hospitals/FeatureServer|listed-address|USE
            https://www.arcgis.com/home/item.html?id={item}|arcgis-item|REFERENCE
            https://geo.example.org/datasets/{item}_0/about|id|REFERENCE
            """)
    void recognisesEachArcGisShape(String address, String rule, Grade grade) {
        var find = one(file("load.py", "url = \"" + address.replace("{item}", ITEM) + "\""));

        assertThat(find.dataset().value()).isEqualTo(ITEM + "_0");
        switch (rule) {
            case "arcgis-page-by-name" -> assertThat(find.rule()).isEqualTo("udata-page@4");
            case "id" -> assertThat(find.verification()).isEqualTo(Verification.ID_ONLY);
            default -> {
                assertThat(find.rule()).isEqualTo(rule + "@4");
                assertThat(find.grade()).isEqualTo(grade);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://opendata.arcgis.com/datasets/a1b2c3d4e5f60718293a4b5c6d7e8f90_1.geojson",
                "https://opendata.arcgis.com/datasets/a1b2c3d4e5f60718293a4b5c6d7e8f90_1.csv",
                "https://hub.arcgis.com/datasets/a1b2c3d4e5f60718293a4b5c6d7e8f90_1",
                "https://opendata.arcgis.com/datasets/a1b2c3d4e5f60718293a4b5c6d7e8f90",
                "https://opengis.example.org/opengis/rest/services/DoIT/Shootings/MapServer/3/query?f=json",
                "https://opengis.example.org/opengis/rest/services/DoIT/Shootings/FeatureServer/3",
                "https://opengis.example.org/opengis/rest/services/doit/shootings/MapServer",
                "https://other.example.net/dataset/shooting-victims?x=1",
                "https://other.example.net/en/dataset/shooting-victims",
                "https://jkan.example.org/datasets/shootings/"
            })
    void knowsWhatItsListedAddressesMean(String address) {
        assertThat(one(file("load.js", "fetch('" + address + "')")).dataset().value())
                .isEqualTo("shootings");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://opendata.example.fr/explore/dataset/les-arbres/table/?sort=-x|ods-page|REFERENCE
            https://opendata.example.fr/explore/dataset/les-arbres/information/|ods-page|REFERENCE
            https://opendata.example.fr/explore/dataset/les-arbres/download/?format=csv&timezone=x|ods-download|USE
            https://opendata.example.fr/api/explore/v2.1/catalog/datasets/les-arbres/exports/parquet|ods-export|USE
            https://opendata.example.fr/api/explore/v2.0/catalog/datasets/les-arbres/records|ods-api|USE
            https://opendata.example.fr/api/v2/catalog/datasets/les-arbres/facets|ods-api|USE
            https://opendata.example.fr/api/records/1.0/search/?dataset=les-arbres&rows=10|ods-records|USE
            https://opendata.example.fr/api/records/1.0/download/?dataset=les-arbres|ods-records|USE
            https://data.opendatasoft.com/api/explore/v2.1/catalog/datasets/les-arbres@example/exports/csv|ods-export|USE
            https://data.opendatasoft.com/api/records/1.0/search/?dataset=les-arbres%40example|ods-records|USE
            """)
    void recognisesEachOpendatasoftShape(String address, String rule, Grade grade) {
        var find = one(file("load.R", "x <- fromJSON(\"" + address + "\")"));

        assertThat(find.dataset().value()).isEqualTo("les-arbres");
        assertThat(find.rule()).isEqualTo(rule + "@4");
        assertThat(find.grade()).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://udata.example.fr/datasets/sirene/|udata-page
            https://udata.example.fr/fr/datasets/5b7ffc618b4c4169d30727e0|udata-page
            https://udata.example.fr/fr/datasets/sirene/?resource_id={uuid}|udata-page
            https://udata.example.fr/fr/datasets/r/{uuid}|udata-permalink
            https://udata.example.fr/api/1/datasets/r/{uuid}|udata-permalink
            https://udata.example.fr/api/1/datasets/sirene/|udata-api
            https://udata.example.fr/api/1/datasets/sirene/resources/{uuid}/|udata-api
            https://udata.example.fr/api/2/datasets/resources/{uuid}/|udata-api
            https://udata.example.fr/resources/sirene/20260101-120000/file.csv|udata-static
            """)
    void recognisesEachUdataShape(String address, String rule) {
        var find = one(file("load.py", "url = \"" + address.replace("{uuid}", UUID) + "\""));

        assertThat(find.dataset().value()).isEqualTo("5b7ffc618b4c4169d30727e0");
        assertThat(find.rule()).isEqualTo(rule + "@4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.py|url = ("https://opendata.example.fr/explore/dataset/"~    "les-arbres/download/?format=csv")|les-arbres
            a.R|x <- str_c("https://opendata.example.fr/explore/dataset/", "les-arbres/download")|les-arbres
            a.R|x <- paste0("https://opendata.example.fr/explore/dataset/", "les-arbres", "/download")|les-arbres
            a.js|const u = 'https://opendata.example.fr/explore/dataset/' + 'les-arbres' + '/download'|les-arbres
            a.java|String u = "https://opendata.example.fr/explore/" +~  "dataset/les-arbres/download";|les-arbres
            a.php|$u = 'https://opendata.example.fr/explore/dataset/' . 'les-arbres';|les-arbres
            a.c|char *u = "https://opendata.example.fr/explore/dataset/" \\~ "les-arbres";|les-arbres
            a.ipynb|{"cells":[{"cell_type":"code","source":["u = (\\"https://opendata.example.fr/explore/dataset/\\"\\n",~ "\\"les-arbres/\\")"]}]}|les-arbres
            a.py|B = "https://opendata.example.fr/api/explore/v2.1"~get(f"{B}/catalog/datasets/les-arbres/records")|les-arbres
            a.py|B = "https://opendata.example.fr/api/explore/v2.1"~DATASET = "les-arbres"~get(f"{B}/catalog/datasets/{DATASET}/records")|les-arbres
            a.py|B = "https://opendata.example.fr/api/explore/v2.1"~d = "les-arbres"~get(f"{B}/catalog/datasets/{d}/records")|les-arbres
            a.js|const b = 'https://opendata.example.fr/api/records/1.0/search/'; get(b, {params: {dataset: 'les-arbres'}})|les-arbres
            a.ts|const b = 'https://opendata.example.fr'; get(`${b}/api/records/1.0/search/?dataset=les-arbres`)|les-arbres
            a.py|base = "https://ckan.example.ca"~url = base + "/api/3/action/package_show"~get(url, params={"id": "daily-shelter-overnight"})|daily-shelter-overnight
            a.py|base = "https://ckan.example.ca"~get(base + "/api/3/action/package_show?id=daily-shelter-overnight")|daily-shelter-overnight
            a.yml|portal: https://ckan.example.ca/api/3/action/datastore_search~resource_id: {number}|daily-shelter-overnight
            a.sql|SELECT * FROM "{number}" -- datastore_search_sql|daily-shelter-overnight
            a.py|sql = 'SELECT * from "{uuid}"'|5b7ffc618b4c4169d30727e0
            a.py|ITEM = "{item}"~gis.content.get(ITEM)|{item}_0
            a.py|layer = item("{item}_0")|{item}_0
            a.sh|curl -s https%3A%2F%2Fudata.example.fr%2Ffr%2Fdatasets%2Fr%2F{uuid}|5b7ffc618b4c4169d30727e0
            a.py|client = Socrata("data.example.gov", None)~client.get("igwz-8jzy")|igwz-8jzy
            a.py|client = nukapy.Socrata("data.example.gov")~client.get("igwz-8jzy")|igwz-8jzy
            a.R|read.socrata(hostname="https://data.example.gov", resourcePath="igwz-8jzy")|igwz-8jzy
            a.R|read.socrata(paste0(u, '/igwz-8jzy'))|igwz-8jzy
            a.ts|const P = '/api/v3/views/'~get(HOST + P + 'igwz-8jzy' + '/query.json')|igwz-8jzy
            a.py|DATASET_ID = os.environ.get("D") or 'igwz-8jzy'|igwz-8jzy
            a.py|url = ("https://data.example.gov/download/"~  "igwz-8jzy/application/zip")|igwz-8jzy
            a.py|url = "https://data.example.gov/resource/igwz" + "-8jzy.json"|igwz-8jzy
            README.md|joined to Contracts igwz-8jzy|igwz-8jzy
            README.md|Crimes / igwz-8jzy / daily|igwz-8jzy
            a.clj|;; rows of igwz-8jzy|igwz-8jzy
            """)
    void recognisesWhatIsPutTogether(String path, String text, String dataset) {
        var written = text.replace("~", "\n")
                .replace("{item}", ITEM)
                .replace("{uuid}", UUID)
                .replace("{number}", NUMBER);

        assertThat(recognise(file(path, written)))
                .extracting(find -> find.dataset().value())
                .containsExactly(dataset.replace("{item}", ITEM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.quandl.com/api/v3/datasets/les-arbres",
                "https://www.quandl.com/api/v3/datasets/igwz-8jzy/data.json",
                "https://www.quandl.com/api/v3/datasets/WIKI/AAPL.json",
                "quandl.com/api/v3/datasets/igwz-8jzy",
                "https://sap.example.com/api/odata/v4/igwz-8jzy",
                "https://sap.example.com/api/odata/v4/CatalogService",
                "https://maps.example.com/api/geospatial/igwz-8jzy",
                "fetch('/api/geospatial/regions')",
                "550e8400-e29b-41d4-a716-446655440000",
                "550e8400-igwz-8jzy-a716-446655440000",
                "0igwz-8jzy",
                "igwz-8jzy0",
                "x-igwz-8jzy-y",
                "https://other.example.com/explore/dataset/les-arbres/",
                "https://other.example.com/datasets/sirene",
                "https://opendata.example.fr/explore/?q=les-arbres",
                "https://opendata.example.fr/pages/les-arbres/",
                "print('les-arbres')",
                "https://hub.arcgis.com/datasets/hospitals-and-clinics",
                "https://hub.arcgis.com/datasets/00000000000000000000000000000000_0",
                "https://services7.arcgis.com/mOBP/arcgis/rest/services/HospitalsOld/FeatureServer/0",
                "https://services7.arcgis.com/other/arcgis/rest/services/Hospitals/FeatureServer/0",
                "sha = 'dd4580c810204019a7b8eb3e0b329dd6aabbccdd'",
                "https://data.opendatasoft.com/api/records/1.0/search/?dataset=les-arbres",
                "https://data.opendatasoft.com/api/records/1.0/search/?dataset=les-arbres%40elsewhere",
                "show_package('daily-shelter-overnight')"
            })
    void isNotFooledByFalseFriends(String text) {
        assertThat(recognise(file("load.py", "x = \"" + text + "\""))).isEmpty();
        assertThat(recognise(article("See " + text + " for more."))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            config.yaml|host: opendata.example.fr\\ndataset: les-arbres\\n
            config.yaml|portal: https://opendata.example.fr\\nsources:\\n  trees:\\n    dataset_id: "les-arbres" # trees\\n
            config.yaml|portal: https://opendata.example.fr\\ndatasets:\\n  - other-thing\\n  - les-arbres\\n
            config.json|{"domain": "opendata.example.fr", "dataset": "les-arbres", "rows": 5}
            config.json|{"domain": "opendata.example.fr", "datasets": ["other-thing", "les-arbres"]}
            config.toml|host = "opendata.example.fr"\\ndataset = "les-arbres"\\n
            .env|HOST=opendata.example.fr\\nDATASET=les-arbres\\n
            app.ts|const BASE = 'https://opendata.example.fr/api/explore/v2.1/catalog/datasets';\\nget(`${BASE}/les-arbres/records`);
            app.ts|const BASE = 'https://opendata.example.fr/api/explore/v2.1/catalog/datasets';\\nget(BASE + '/les-arbres/exports/csv');
            get.sh|TREES=les-arbres\\ncurl "https://opendata.example.fr/api/explore/v2.1/catalog/datasets/$TREES/records"
            """)
    void findsANameThatSettingsOrAnOperationCallADataset(String path, String text) {
        var find = one(file(path, text.replace("\\n", "\n")));

        assertThat(find.dataset().value()).isEqualTo("les-arbres");
        assertThat(find.rule()).isEqualTo("host-and-name@4");
        assertThat(find.grade()).isEqualTo(Grade.USE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a.py|D = "sirene"\\nget(f"https://udata.example.fr/api/1/datasets/?id={D}")
            a.js|const ds: string = "sirene";\\nget(`https://udata.example.fr/api/1/datasets/${ds}/`)
            a.R|id <- "sirene"\\nget(paste0("https://udata.example.fr/api/1/datasets/?id=", id))
            a.go|name := "sirene"\\nget("https://udata.example.fr/api/1/datasets/" + name)
            a.sh|DS=sirene\\ncurl "https://udata.example.fr/api/1/datasets/?id=$DS"
            a.sh|curl -G "https://udata.example.fr/api/3/action/package_show" --data-urlencode "id=sirene"
            a.yaml|url: https://udata.example.fr/api/3/action/package_show\\nid: sirene
            """)
    void findsANameOfOneWordThatIsPutIntoThePortalsAddress(String path, String text) {
        var find = one(file(path, text.replace("\\n", "\n")));

        assertThat(find.dataset().value()).isEqualTo("5b7ffc618b4c4169d30727e0");
        assertThat(find.rule()).isEqualTo("host-and-name@4");
        assertThat(find.grade()).isEqualTo(Grade.USE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a.py|D = "sirene"\\nget(f"https://udata.example.fr/api/1/datasets/?id={E}")
            a.py|D = "sirene"\\nget(f"https://udata.example.fr/api/1/datasets/?id={Db}")
            a.js|map.addLayer({source: "sirene"}); get("https://udata.example.fr/api/1/datasets/" + name)
            a.yaml|url: https://udata.example.fr/api/1/\\nid: sirene
            """)
    void takesNoOtherVariableForAName(String path, String text) {
        assertThat(recognise(file(path, text.replace("\\n", "\n")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            config.yaml|host: opendata.example.fr\\ntitle: les-arbres\\n
            config.yaml|host: opendata.example.fr\\ntags:\\n  - les-arbres\\n
            config.yaml|host: elsewhere.example.fr\\ndataset: les-arbres\\n
            config.yaml|host: opendata.example.fr\\ndataset: les-arbres-et-autres\\n
            config.json|{"domain": "opendata.example.fr", "tags": ["les-arbres"]}
            get.sh|curl "https://opendata.example.fr/api/explore/v2.1/catalog/datasets?q=les-arbres"
            get.sh|TREES=les-arbres-2\\ncurl "https://opendata.example.fr/api/explore/v2.1/catalog/datasets/x/records"
            app.ts|const BASE = 'https://opendata.example.fr/pages';\\nget(`${BASE}/les-arbres/recordsets`);
            """)
    void takesNoOtherValueOfSettingsForAName(String path, String text) {
        assertThat(recognise(file(path, text.replace("\\n", "\n")))).isEmpty();
    }

    @Test
    void findsAServiceApartFromItsServer() {
        var text = "BASE = 'https://services7.arcgis.com/mOBP/arcgis/rest/services'\n"
                + "layer = FeatureLayer(f\"{BASE}/Hospitals/FeatureServer/0\")\n";

        var find = one(file("load.py", text));

        assertThat(find.rule()).isEqualTo("server-and-service@4");
        assertThat(find.place().line()).isEqualTo(2);
        assertThat(find.grade()).isEqualTo(Grade.USE);
        assertThat(recognise(file("load.py", text.replace("mOBP", "else")))).isEmpty();
        assertThat(recognise(file("load.py", text.replace("Hospitals/", "HospitalsOld/"))))
                .isEmpty();
    }

    @Test
    void aLibraryImpliesItsPortalOnlyWhereTheCatalogueHasIt() {
        var text = "library(opendatatoronto)\nx <- show_package(\"daily-shelter-overnight\")\n";
        var toronto = Catalogue.of(
                List.of(dataset("open.toronto.ca", "daily-shelter-overnight", Set.of(), Set.of(), Set.of())));

        assertThat(recogniser.recognise(file("load.R", text), toronto))
                .singleElement()
                .satisfies(find -> {
                    assertThat(find.rule()).isEqualTo("library-and-name@4");
                    assertThat(find.verification()).isEqualTo(Verification.ID_ONLY);
                    assertThat(find.grade()).isEqualTo(Grade.USE);
                });
        assertThat(recognise(file("load.R", text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            civic.json|{"name": "x", "data": ["https://data.example.gov/d/igwz-8jzy"], "links": []}|DECLARED|USE
            civic.json|{"data": [{"url": "https://data.example.gov/d/igwz-8jzy"}]}|DECLARED|USE
            civic.json|{"data": [], "homepage": "https://data.example.gov/d/igwz-8jzy"}|URL|REFERENCE
            app/publiccode.yml|dependsOn: https://data.example.gov/d/igwz-8jzy|DECLARED|USE
            datapackage.json|{"sources": [{"path": "https://data.example.gov/d/igwz-8jzy"}]}|DECLARED|USE
            package.json|{"data": ["https://data.example.gov/d/igwz-8jzy"]}|URL|REFERENCE
            """)
    void takesDeclarationsForWhatTheyState(String path, String text, Method method, Grade grade) {
        var find = one(file(path, text));

        assertThat(find.method()).isEqualTo(method);
        assertThat(find.grade()).isEqualTo(grade);
    }

    @Test
    void findsDistinctiveTitlesInProseAboutThePortal() {
        var titled = Catalogue.of(List.of(
                titled("data.example.gov", "aaaa-2222", "Traffic Crashes - Crashes by Intersection"),
                titled("data.example.gov", "bbbb-2222", "Trees"),
                titled("data.example.gov", "cccc-2222", "Budget of the City 2024")));
        var about =
                "From data.example.gov: Traffic Crashes – Crashes by Intersection, Trees and the Budget of the City.";

        assertThat(recogniser.recognise(file("README.md", about), titled))
                .singleElement()
                .satisfies(find -> {
                    assertThat(find.dataset().value()).isEqualTo("aaaa-2222");
                    assertThat(find.grade()).isEqualTo(Grade.MENTION);
                    assertThat(find.method()).isEqualTo(Method.TITLE);
                    assertThat(find.verification()).isEqualTo(Verification.TITLE_ONLY);
                    assertThat(find.confidence()).isLessThan(0.5);
                });
        assertThat(recogniser.recognise(file("README.md", about.substring(23)), titled))
                .isEmpty();
        assertThat(recogniser.recognise(file("README.md", about.toLowerCase(java.util.Locale.ROOT)), titled))
                .isEmpty();
        assertThat(recogniser.recognise(
                        file("a.md", "data.example.gov [Traffic Crashes - Crashes by Intersection](https://x.org/y)"),
                        titled))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Public Trees, Street Tree Data and more come from https://data.example.gov/|aaaa-2222
            ## From data.example.gov\\n\\n* **Street Tree Data**\\n* Others|aaaa-2222
            Street Tree Data\\nand data.example.gov|
            street tree data of data.example.gov|
            The Street Tree Data Explorer shows data.example.gov|
            The Street Tree Data of data.example.gov|aaaa-2222
            Our Street Tree Data from data.example.gov|aaaa-2222
            New York Street Tree Data is no part of data.example.gov|
            Street Tree Data, see https://data.example.gov/d/bbbb-2222|bbbb-2222
            """)
    void findsATitleOfTwoTellingWordsOnlyBesideItsPortal(String text, @Nullable String dataset) {
        var titled = Catalogue.of(List.of(
                titled("data.example.gov", "aaaa-2222", "Street Tree Data"),
                titled("data.example.gov", "bbbb-2222", "Public Trees")));

        assertThat(recogniser.recognise(file("README.md", text.replace("\\n", "\n")), titled))
                .extracting(find -> find.dataset().value())
                .isEqualTo(dataset == null ? List.of() : List.of(dataset));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://geo.example.org/wfs?service=WFS&request=GetFeature&typeName=city:trees&srsName=EPSG:4326|USE
            https://geo.example.org/wfs?typeNames=city%3Atrees&version=2.0.0&service=WFS|USE
            https://files.example.org/get.php?lang=en&id=7|USE
            https://files.example.org/get.php?id=7&format=csv|USE
            """)
    void recognisesListedAddressesThatAreNamedByTheirQuery(String address, Grade grade) {
        var listing = listing();

        assertThat(recogniser.recognise(file("a.py", "get(\"" + address + "\")"), listing))
                .singleElement()
                .satisfies(find -> {
                    assertThat(find.dataset().value()).isEqualTo("trees");
                    assertThat(find.method()).isEqualTo(Method.LISTED_URL);
                    assertThat(find.grade()).isEqualTo(grade);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://geo.example.org/wfs?service=WFS&request=GetFeature&typeName=city:roads",
                "https://geo.example.org/wfs",
                "https://files.example.org/get.php?id=8",
                "https://files.example.org/get.php"
            })
    void takesNoOtherThingOfTheSamePathForIt(String address) {
        assertThat(recogniser.recognise(file("a.py", "get(\"" + address + "\")"), listing()))
                .isEmpty();
    }

    private static Catalogue listing() {
        return Catalogue.of(List.of(dataset(
                "data.example.gov",
                "trees",
                Set.of(),
                Set.of(),
                Set.of("https://geo.example.org/wfs?typename=city:trees", "https://files.example.org/get.php?id=7"))));
    }

    @Test
    void tellsEachLineOnce() {
        var finds = recogniser.recogniseLines(file("a.py", """
                # https://data.example.gov/d/igwz-8jzy https://data.example.gov/resource/igwz-8jzy.json
                get("https://data.example.gov/resource/igwz-8jzy.json")
                """), catalogue);

        assertThat(finds)
                .extracting(find -> find.place().line() + " " + find.grade())
                .containsExactly("1 REFERENCE", "2 USE");
    }

    private static sightings.dataset.Dataset titled(String portal, String id, String title) {
        var plain = dataset(portal, id);
        return new sightings.dataset.Dataset(
                plain.id(),
                portal,
                title,
                null,
                plain.landingPage(),
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                plain.references());
    }

    private Sighting one(Observation observation) {
        var finds = recognise(observation);
        assertThat(finds).as(observation.text()).hasSize(1);
        return finds.getFirst();
    }

    private List<Sighting> recognise(Observation observation) {
        return recogniser.recognise(observation, catalogue);
    }
}
