package sightings.ingest.recognising;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.catalogue.Examples.dataset;
import static sightings.ingest.recognising.Observations.article;
import static sightings.ingest.recognising.Observations.file;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
import sightings.ingest.watching.Redactor;

/** Tests for {@link Recogniser}. */
class RecogniserTests {

    private static final String UUID = "42f1066a-b19f-42c7-81d5-284f96ed7487";

    private final Catalogue catalogue = Catalogue.of(List.of(
            dataset("data.example.gov", "igwz-8jzy"),
            dataset("data.example.gov", "h9gi-nx95"),
            dataset("data.example.gov", "high-tech"),
            dataset("data.example.gov", "uxic-zsuj"),
            dataset("data.example.gov", "kqmj-xvrt"),
            dataset(
                    "open.example.org",
                    "air-quality",
                    Set.of("air-quality", "trees"),
                    Set.of(UUID),
                    Set.of(
                            "https://services7.arcgis.com/mOBP/arcgis/rest/services/Trees/FeatureServer/0",
                            "https://files.example.net/Air.csv"))));

    private final Recogniser recogniser = new Recogniser();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /d/igwz-8jzy|socrata-permalink@4|REFERENCE
            /Public-Safety/Crashes/igwz-8jzy|socrata-page@4|REFERENCE
            /Public-Safety/Crashes/igwz-8jzy/about_data|socrata-page@4|REFERENCE
            /dataset/Earthquake-Reports/igwz-8jzy/data|socrata-page@4|REFERENCE
            /resource/igwz-8jzy.json?$where=hardship_index>20|socrata-resource@4|USE
            /resource/igwz-8jzy.geojson|socrata-resource@4|USE
            /resource/igwz-8jzy/7.json|socrata-resource@4|USE
            /api/views/igwz-8jzy|socrata-views@4|USE
            /api/views/igwz-8jzy/rows.csv?accessType=DOWNLOAD&bom=true|socrata-rows@4|USE
            /api/v3/views/igwz-8jzy/query.json|socrata-query@4|USE
            /api/v3/views/igwz-8jzy/export.csv|socrata-export@4|USE
            /api/geospatial/igwz-8jzy?method=export&format=Shapefile|socrata-geospatial@4|USE
            /download/igwz-8jzy/application/zip|socrata-download@4|USE
            /download/igwz-8jzy/application%2Fzip|socrata-download@4|USE
            /api/odata/v4/igwz-8jzy|socrata-odata@4|USE
            /OData.svc/igwz-8jzy|socrata-odata@4|USE
            /api/catalog/v1?ids=igwz-8jzy|socrata-catalogue@4|REFERENCE
            /api/id/igwz-8jzy.json|socrata-views@4|USE
            /w/igwz-8jzy/embed|socrata-embed@4|REFERENCE
            /stories/s/igwz-8jzy|socrata-story@4|REFERENCE
            /api/views/igwz-8jzy/files/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed|socrata-file@4|USE
            """)
    void recognisesEachSocrataShapeInCode(String path, String rule, Grade grade) {
        var find = one(file("load.py", "import requests\nurl = \"https://data.example.gov" + path + "\"\n"));

        assertThat(find.dataset().value()).isEqualTo("igwz-8jzy");
        assertThat(find.rule()).isEqualTo(rule);
        assertThat(find.grade()).isEqualTo(grade);
        assertThat(find.method()).isEqualTo(Method.URL);
        assertThat(find.place().line()).isEqualTo(2);
        assertThat(find.snippet()).startsWith("url = \"https://data.example.gov/");
        assertThat(find.catalogue()).isEqualTo(catalogue.version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /dataset/air-quality|ckan-dataset@4
            /en/dataset/trees|ckan-dataset@4
            /ckan/dataset/trees/|ckan-dataset@4
            /dataset/activity/trees|ckan-dataset@4
            /dataset/trees.rdf|ckan-dataset@4
            /dataset/t/resource/{uuid}|ckan-resource@4
            /dataset/resource/{uuid}|ckan-resource@4
            /dataset/t/resource/{uuid}/view/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed|ckan-resource@4
            /dataset/t/resource/{uuid}/download/GTFS.zip|ckan-download@4
            /datastore/dump/{uuid}?format=csv&bom=True|ckan-dump@4
            /ckan/datastore/dump/{uuid}|ckan-dump@4
            /api/3/action/package_show?id=air-quality|ckan-action@4
            /api/action/resource_show?id={uuid}|ckan-action@4
            /api/3/action/datastore_search?limit=5&resource_id={uuid}|ckan-action@4
            /api/3/action/datastore_search_sql?sql=SELECT%20*%20from%20%22{uuid}%22|ckan-action@4
            """)
    void recognisesEachCkanShape(String path, String rule) {
        var find = one(file("README.md", "See https://open.example.org" + path.replace("{uuid}", UUID) + "."));

        assertThat(find.dataset().value()).isEqualTo("air-quality");
        assertThat(find.rule()).isEqualTo(rule);
        assertThat(find.grade()).isEqualTo(Grade.REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://data.example.gov/d/igwz-8jzy",
                "HTTPS://DATA.EXAMPLE.GOV/d/IGWZ-8JZY",
                "data.example.gov/d/igwz-8jzy",
                "//data.example.gov/d/igwz-8jzy",
                "https://www.data.example.gov:443/d/igwz-8jzy",
                "https:\\/\\/data.example.gov\\/d\\/igwz-8jzy",
                "https:\\u002F\\u002Fdata.example.gov\\u002Fd\\u002Figwz-8jzy",
                "https%3A%2F%2Fdata.example.gov%2Fd%2Figwz-8jzy",
                "https%253A%252F%252Fdata.example.gov%252Fd%252Figwz-8jzy",
                "https&#x3A;&#x2F;&#x2F;data.example.gov&#x2F;d&#47;igwz-8jzy",
                "<https://data.example.gov/d/igwz-8jzy>",
                "[crashes](https://data.example.gov/d/igwz-8jzy)",
                "[crashes](https://data.example.gov/d/igwz-8jzy \"title\")",
                "(see https://data.example.gov/d/igwz-8jzy).",
                "https://data.example.gov/d/igwz-8jzy, and more",
                "https://data.example.gov/d/igwz-8jzy!",
                "<a href=\"https://data.example.gov/d/igwz-8jzy\">crashes</a>",
                "<a href='https://data.example.gov/d/igwz-8jzy?a=1&amp;b=2'>crashes</a>",
                "“https://data.example.gov/d/igwz-8jzy”",
                "\\nhttps://data.example.gov/d/igwz-8jzy\\n",
                "https://web.archive.org/web/2019/https://data.example.gov/d/igwz-8jzy",
                "https://dev.socrata.com/foundry/data.example.gov/igwz-8jzy",
                "http://dev.socrata.com/foundry/#/data.example.gov/igwz-8jzy",
                "https://data.example.gov/Public\\_Safety/Crashes/igwz-8jzy",
                "https://example.com/?u=https%3A%2F%2Fdata.example.gov%2Fd%2Figwz-8jzy&x=1"
            })
    void recognisesAddressHoweverItIsWritten(String text) {
        assertThat(recognise(article(text)))
                .extracting(find -> find.dataset().value())
                .containsExactly("igwz-8jzy");
    }

    @Test
    void joinsHostAndIdOfAClientLibrary() {
        var find = one(file("load.py", """
                from sodapy import Socrata
                client = Socrata("data.example.gov", None)

                rows = client.get("igwz-8jzy", limit=10)
                """));

        assertThat(find.method()).isEqualTo(Method.HOST_AND_ID);
        assertThat(find.verification()).isEqualTo(Verification.HOST_AND_ID);
        assertThat(find.grade()).isEqualTo(Grade.USE);
        assertThat(find.place().line()).isEqualTo(4);
        assertThat(find.snippet()).isEqualTo("rows = client.get(\"igwz-8jzy\", limit=10)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.R|read.socrata(hostname="https://data.example.gov", resourcePath="igwz-8jzy")
            a.R|u <- "https://data.example.gov/resource"; x <- read.socrata(paste0(u, '/igwz-8jzy'))
            a.ts|const HOST = 'https://data.example.gov'; const P = '/api/v3/views/'; get(HOST + P + 'igwz-8jzy')
            a.py|BASE_URL = "https://data.example.gov/resource/"; DATASET_ID = os.getenv("D") or 'igwz-8jzy'
            a.py|url = ("https://data.example.gov/download/" "igwz-8jzy/application/zip")
            a.sh|curl "https://data.example.gov/resource/${ID:-igwz-8jzy}.json" # '
            a.sh|HOST=data.example.gov; for id in 2222-3333 igwz-8jzy; do curl "https://$HOST/resource/$id.csv"; done
            a.yml|host: data.example.gov, dataset: igwz-8jzy
            a.sql|select * from "igwz-8jzy" join data.example.gov
            a.rb|SODA::Client.new({domain: 'data.example.gov'}).get('igwz-8jzy')
            """)
    void joinsHostAndIdWherePutTogetherInCode(String path, String line) {
        var find = one(file(path, line));

        assertThat(find.dataset().value()).isEqualTo("igwz-8jzy");
        assertThat(find.grade()).isEqualTo(Grade.USE);
    }

    @Test
    void findsNameInADictionaryWhereTheTalkIsOfThePortalsInterface() {
        var find = one(file("load.py", """
                base = "https://open.example.org"
                url = base + "/api/3/action/package_show"
                requests.get(url, params={"id": "air-quality"})
                """));

        assertThat(find.place().line()).isEqualTo(3);
        assertThat(find.method()).isEqualTo(Method.HOST_AND_ID);
    }

    @Test
    void findsUuidWithoutHostSinceALibraryMayImplyIt() {
        var find = one(file("load.R", "show_package(\"" + UUID + "\")"));

        assertThat(find.verification()).isEqualTo(Verification.ID_ONLY);
        assertThat(find.confidence()).isLessThan(0.8);
        assertThat(recognise(file("load.R", "show_package(\"air-quality\")"))).isEmpty();
    }

    @Test
    void findsIdBehindThePathOfAnInterfaceWithoutHost() {
        assertThat(one(file("a.js", "get(base + '/resource/igwz-8jzy.json')")).verification())
                .isEqualTo(Verification.ID_ONLY);
        assertThat(one(file("a.js", "get('igwz-8jzy')")).confidence()).isEqualTo(0.5);
        assertThat(recognise(file("a.js", "get('high-tech')"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uxic-zsuj", "kqmj-xvrt"})
    void findsAnIdOfLettersThatAreNoWords(String id) {
        assertThat(one(file("a.js", "get('" + id + "')")).verification()).isEqualTo(Verification.ID_ONLY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.py|# url = "https://data.example.gov/resource/igwz-8jzy.json"|DISABLED
            a.js|// fetch('https://data.example.gov/resource/igwz-8jzy.json')|DISABLED
            a.js|/* fetch('https://data.example.gov/resource/igwz-8jzy.json') */|DISABLED
            a.clj|;; (slurp "https://data.example.gov/resource/igwz-8jzy.json")|DISABLED
            a.sql|-- from 'https://data.example.gov/resource/igwz-8jzy.json'|DISABLED
            a.sh|# curl https://data.example.gov/resource/igwz-8jzy.csv|DISABLED
            a.html|<!-- <script src="https://data.example.gov/resource/igwz-8jzy.json"></script> -->|DISABLED
            a.py|# Data from https://data.example.gov/d/igwz-8jzy|REFERENCE
            a.js|// see https://data.example.gov/resource/igwz-8jzy.json|REFERENCE
            a.js|fetch("https://data.example.gov/resource/igwz-8jzy.json") // all|USE
            a.html|<script>d3.json("https://data.example.gov/resource/igwz-8jzy.json")</script>|USE
            a.html|<a href="https://data.example.gov/resource/igwz-8jzy.json">rows</a>|REFERENCE
            a.html|<div data-url="https://data.example.gov/resource/igwz-8jzy.json"></div>|USE
            a.json|{"url": "https://data.example.gov/resource/igwz-8jzy.json"}|USE
            a.yml|url: https://data.example.gov/resource/igwz-8jzy.json|USE
            a.yml|#url: "https://data.example.gov/resource/igwz-8jzy.json"|DISABLED
            a.csv|1,https://data.example.gov/resource/igwz-8jzy.json,x|REFERENCE
            README.md|GET https://data.example.gov/resource/igwz-8jzy.json|REFERENCE
            README.md|From data.example.gov, joined to Contracts igwz-8jzy|MENTION
            a.py|print("data.example.gov"); # joined to igwz-8jzy later|MENTION
            a.py|print("data.example.gov joined to Contracts igwz-8jzy later")|MENTION
            a.py|h = "data.example.gov" # client.get("igwz-8jzy")|DISABLED
            a.Rmd|Prose on https://data.example.gov/resource/igwz-8jzy.json|REFERENCE
            a.xml|<!-- <url>https://data.example.gov/resource/igwz-8jzy.json</url> -->|DISABLED
            a.html|<!-- Data from https://data.example.gov/resource/igwz-8jzy.json -->|REFERENCE
            a.yml|#  - url: https://data.example.gov/resource/igwz-8jzy.json|DISABLED
            a.yml|# source: https://data.example.gov/resource/igwz-8jzy.json|REFERENCE
            a.ini|; url=https://data.example.gov/resource/igwz-8jzy.json|DISABLED
            Dockerfile|# ADD https://data.example.gov/resource/igwz-8jzy.json /rows.json|DISABLED
            a.bat|REM curl https://data.example.gov/resource/igwz-8jzy.csv|DISABLED
            a.bat|:: curl https://data.example.gov/resource/igwz-8jzy.csv|DISABLED
            a.do|* import delimited "https://data.example.gov/resource/igwz-8jzy.csv"|DISABLED
            a.ps1|<# iwr "https://data.example.gov/resource/igwz-8jzy.csv" #>|DISABLED
            a.lua|--[[ get("https://data.example.gov/resource/igwz-8jzy.json") ]]|DISABLED
            a.hs|{- get "https://data.example.gov/resource/igwz-8jzy.json" -}|DISABLED
            a.ml|(* get "https://data.example.gov/resource/igwz-8jzy.json" *)|DISABLED
            a.m|%{ get("https://data.example.gov/resource/igwz-8jzy.json") %}|DISABLED
            a.html.erb|<%# get("https://data.example.gov/resource/igwz-8jzy.json") %>|DISABLED
            a.jinja2|{# get("https://data.example.gov/resource/igwz-8jzy.json") #}|DISABLED
            a.html|{# <script src="https://data.example.gov/resource/igwz-8jzy.json">|USE
            a.js|const re = /["']/g; // fetch("https://data.example.gov/resource/igwz-8jzy.json")|DISABLED
            a.js|const x = a / b; fetch("https://data.example.gov/resource/igwz-8jzy.json")|USE
            a.jsx|<a href="https://data.example.gov/resource/igwz-8jzy.json">rows</a>|REFERENCE
            a.tsx|<Source data="https://data.example.gov/resource/igwz-8jzy.json"/>|USE
            a.mdx|See [rows](https://data.example.gov/resource/igwz-8jzy.json)|REFERENCE
            a.R|x <- read.socrata("https://data.example.gov/Safety/Crashes/igwz-8jzy")|USE
            a.R|browseURL("https://data.example.gov/Safety/Crashes/igwz-8jzy")|REFERENCE
            """)
    void tellsUseFromReferenceFromMentionFromDisabled(String path, String text, Grade grade) {
        assertThat(one(file(path, text)).grade()).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .env|HOST=data.example.gov;#ID=igwz-8jzy|DISABLED
            a.yml|host: data.example.gov;#  id: igwz-8jzy|DISABLED
            a.yml|host: data.example.gov;# joined to igwz-8jzy|MENTION
            """)
    void tellsWhatIsCommentedOutOfSettings(String path, String text, Grade grade) {
        assertThat(one(file(path, text.replace(';', '\n'))).grade()).isEqualTo(grade);
    }

    @Test
    void readsRubysAndPerlsBlocksAsComments() {
        var call = "\nget(\"https://data.example.gov/resource/igwz-8jzy.json\")\n";

        assertThat(one(file("a.rb", "=begin" + call + "=end\n")).grade()).isEqualTo(Grade.DISABLED);
        assertThat(one(file("a.rb", "=begin\n=end" + call)).grade()).isEqualTo(Grade.USE);
        assertThat(one(file("a.pl", "=pod" + call + "=cut\n")).grade()).isEqualTo(Grade.DISABLED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "y = 1 # get('https://data.example.gov/resource/igwz-8jzy.json')\\n"|DISABLED
            "y = '#' + get('https://data.example.gov/resource/igwz-8jzy.json')\\n"|USE
            "y = \\" # \\" + get('https://data.example.gov/resource/igwz-8jzy.json')\\n"|USE
            """)
    void readsCommentsBehindTheProgramOfACell(String line, Grade grade) {
        var cell = "{\"cells\": [{\"cell_type\": \"code\", \"outputs\": [], \"source\": [" + line + "]}]}";

        assertThat(one(file("a.ipynb", cell)).grade()).isEqualTo(grade);
    }

    @Test
    void readsApostrophesOfBasicAsComments() {
        assertThat(one(file("a.bas", "' u = \"https://data.example.gov/resource/igwz-8jzy.csv\""))
                        .grade())
                .isEqualTo(Grade.DISABLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cy.get('[high-tech=\"x\"]') // data.example.gov",
                "x = f(high-tech, 2) # data.example.gov",
                "map.addLayer({id: \"trees\"}) // open.example.org has a ckan"
            })
    void takesNoWordOfAProgramForAnId(String text) {
        assertThat(recognise(file("a.js", text))).isEmpty();
    }

    @Test
    void findsAnIdOfLettersAtTheEndOfAName() {
        assertThat(one(file("a.sql", "SELECT * FROM \"example-gov/crashes-by-day-uxic-zsuj\".crashes"))
                        .dataset()
                        .value())
                .isEqualTo("uxic-zsuj");
        assertThat(recognise(file("a.sql", "SELECT * FROM \"a-very-high-tech\"")))
                .isEmpty();
    }

    @Test
    void readsDocstringsAndRMarkdownAsProse() {
        assertThat(one(file("a.py", "\"\"\"\nhttps://data.example.gov/resource/igwz-8jzy.json\n\"\"\"\n"))
                        .grade())
                .isEqualTo(Grade.REFERENCE);
        assertThat(one(file(
                                "a.Rmd",
                                "Prose\n```{r}\nx <- read.csv(\"https://data.example.gov/resource/igwz-8jzy.csv\")\n```\n"))
                        .grade())
                .isEqualTo(Grade.USE);
    }

    @Test
    void tellsCellsOfNotebooksApart() {
        var notebook = """
                {"cells": [
                 {"cell_type": "markdown", "source": ["[rows](https://data.example.gov/d/igwz-8jzy)\\n", "x"]},
                 {"cell_type": "code", "execution_count": 1, "outputs": [{"text": ["https://data.example.gov/resource/high-tech.json"]}],
                  "source": ["import pandas as pd\\n", "# pd.read_json('https://data.example.gov/resource/h9gi-nx95.json')\\n", "pd.read_json(\\"https://data.example.gov/resource/igwz-8jzy.json\\")"]}
                ]}
                """;

        assertThat(recognise(file("a.ipynb", notebook)))
                .extracting(find -> find.dataset() + " " + find.grade())
                .containsExactly("h9gi-nx95 DISABLED", "high-tech REFERENCE", "igwz-8jzy USE");
    }

    @Test
    void countsOncePerPlaceAndKeepsTheStrongest() {
        var find = one(file("a.py", """
                # https://data.example.gov/d/igwz-8jzy
                # pd.read_csv("https://data.example.gov/resource/igwz-8jzy.csv")
                pd.read_csv("https://data.example.gov/resource/igwz-8jzy.csv")
                """));

        assertThat(find.grade()).isEqualTo(Grade.USE);
        assertThat(find.place().line()).isEqualTo(3);
    }

    @Test
    void readsLinksThatMarkupCarries() {
        var find = one(article("All crashes of the year.", "https://data.example.gov/d/igwz-8jzy", "mailto:a@b.c"));

        assertThat(find.grade()).isEqualTo(Grade.REFERENCE);
        assertThat(find.place().line()).isNull();
        assertThat(find.snippet()).isEqualTo("https://data.example.gov/d/igwz-8jzy");
    }

    @Test
    void recognisesListedAddressesAndTheLayersBehindThem() {
        assertThat(
                        one(
                                file(
                                        "a.js",
                                        "f('https://services7.arcgis.com/mOBP/arcgis/rest/services/Trees/FeatureServer/0/query?where=1%3D1')")))
                .satisfies(find -> {
                    assertThat(find.method()).isEqualTo(Method.LISTED_URL);
                    assertThat(find.grade()).isEqualTo(Grade.USE);
                });
        assertThat(one(article("https://files.example.net/Air.csv")).verification())
                .isEqualTo(Verification.LISTED);
        assertThat(recognise(article("https://files.example.net/Other.csv"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://data.example.gov/",
                "https://data.example.gov/browse?category=Buildings and a high-tech city",
                "https://data.example.gov/d/zzzz-9999",
                "https://data.other.gov/d/igwz-8jzy",
                "https://notdata.example.gov/d/igwz-8jzy",
                "https://data.example.gov.evil.com/d/igwz-8jzy",
                "https://data.example.gov 550e8400-e29b-41d4-a716-446655440000",
                "https://data.example.gov 0000igwz-8jzy0000",
                "https://data.example.gov aaaa-igwz-8jzy-bbbb-cccc",
                "https://www.quandl.com/api/v3/datasets/igwz-8jzy",
                "https://sap.example.com/api/odata/v4/igwz-8jzy",
                "https://tiles.example.com/api/geospatial/igwz-8jz",
                "https://other.org/dataset/air-quality",
                "The high-tech sector",
                "sha512-igwz-8jzy+fQfzfok8rLwTSelyEHcap00ofVeK45Oid5Tg==",
                "data.example.gov and \"air-quality\" with package_show"
            })
    void isNotFooledByFalseFriends(String text) {
        assertThat(recognise(article(text))).isEmpty();
    }

    @Test
    void aListOfTheCatalogueUsesNoneOfIt() {
        var many = java.util.stream.IntStream.range(1000, 1060)
                .mapToObj(number -> dataset("data.example.gov", "abcd-" + number))
                .toList();
        var text = many.stream()
                .map(dataset -> "https://data.example.gov/resource/" + dataset.id() + ".json")
                .reduce("", (a, b) -> a + "\n" + b);

        assertThat(recogniser.recognise(file("catalog.json", text), Catalogue.of(many)))
                .hasSize(60)
                .allMatch(find -> find.grade() == Grade.REFERENCE);
    }

    @Test
    void snippetIsShortAndWithoutSecrets() {
        var find = one(file(
                "a.js",
                "x".repeat(5_000)
                        + " fetch('https://data.example.gov/resource/igwz-8jzy.json?$$app_token=abcdefghij1234567890xyz') "
                        + "y".repeat(5_000)));

        assertThat(find.snippet())
                .contains("/resource/igwz-8jzy.json")
                .doesNotContain("abcdefghij")
                .hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void sameInputGivesSameSightings() {
        var observation = file("a.py", "Socrata(\"data.example.gov\", None).get(\"igwz-8jzy\")");

        assertThat(recognise(observation)).isEqualTo(recognise(observation));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.",
                "'",
                "\\'",
                "\"",
                "`",
                "%2F",
                "\\u002F",
                "<!--",
                "<script",
                "/*",
                "```{r\n",
                "\"source\": [",
                "\"source\",",
                "data.example.gov/",
                "https://data.example.gov/resource/",
                "igwz-8jzy",
                "igwz-",
                "token=a1",
                "a@",
                "\"\"\"",
                "Socrata(",
                "-----BEGIN PRIVATE KEY-----",
                "{# ",
                "<%#",
                "=/[",
                "eyJ",
                "\n",
                "&#"
            })
    void timeGrowsWithTheLengthOfHostileTextAndNoFaster(String piece) {
        for (String path : List.of("a.py", "a.js", "a.html", "a.ipynb", "a.Rmd", "a.md")) {
            long small = time(file(path, piece.repeat(20_000 / piece.length())));
            long large = time(file(path, piece.repeat(80_000 / piece.length())));
            // Four times the text; sixteen times the time would be quadratic. Small times are noise.
            assertThat(large).as(path).isLessThan(Math.max(small * 9, 500_000_000L));
        }
    }

    @Test
    void noTextBreaksIt() {
        var random = new Random(20261102);
        var pieces = List.of(
                "https://",
                "data.example.gov",
                "/",
                "igwz-8jzy",
                "\\",
                "\"",
                "%",
                "&#",
                "é",
                "\n",
                "#",
                "😀",
                ".",
                "{",
                ")");
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder();
            for (int j = 0; j < 30; j++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            for (String path : List.of("a.py", "a.ipynb", "a.html", "a.Rmd")) {
                assertThat(recognise(file(path, text.toString())))
                        .as("seed 20261102: %s", text)
                        .isNotNull();
            }
        }
    }

    private long time(Observation observation) {
        // Processor time: other work of the machine must not look like ours.
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        recognise(observation);
        Redactor.redact(observation.text());
        return threads.getCurrentThreadCpuTime() - begin;
    }

    private Sighting one(Observation observation) {
        var finds = recognise(observation);
        assertThat(finds).hasSize(1);
        return finds.getFirst();
    }

    private List<Sighting> recognise(Observation observation) {
        return recogniser.recognise(observation, catalogue);
    }
}
