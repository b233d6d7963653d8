package sightings.ingest.catalogue;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.ingest.web.OutgoingHttp;

/** Tests for {@link SourceProbe} and {@link FoundSource}: what a portal speaks is found from its address. */
class SourceProbeTests {

    @RegisterExtension
    static final WireMockExtension portal = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final OutgoingHttp http = new OutgoingHttp("t", List.of("localhost"), InstantSource.fixed(Instant.EPOCH));
    private final List<String> ids = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        http.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/catalog/v1 | {\"resultSetSize\": 1, \"results\": [{\"resource\": {\"id\": \"abcd-2345\", \"name\": \"T\"}}]} | abcd-2345",
                "/api/3/action/package_search | {\"success\": true, \"result\": {\"count\": 1, \"results\": [{\"id\": \"u1\", \"name\": \"trees\", \"title\": \"T\", \"resources\": []}]}} | u1",
                "/api/explore/v2.1/catalog/datasets | {\"total_count\": 1, \"results\": [{\"dataset_id\": \"trees\", \"metas\": {\"default\": {\"title\": \"T\"}}}]} | trees",
                "/api/feed/dcat-us/1.1.json | {\"conformsTo\": \"x\", \"dataset\": [{\"identifier\": \"hub-trees\", \"title\": \"T\"}]} | hub-trees",
                "/data.json | {\"conformsTo\": {\"title\": \"DCAT-US 3.0\"}, \"dataset\": [{\"identifier\": {\"@id\": \"https://a.example/trees\"}, \"title\": \"T\"}]} | trees",
            })
    void findsTheKindFromThePortalsAddress(String path, String answer, String id) throws Exception {
        portal.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(answer)));

        read(portal.baseUrl());

        assertThat(ids).containsExactly(id);
    }

    @Test
    void takesTheAddressOfAnApiOrDocumentAtItsWord() throws Exception {
        portal.stubFor(get(urlPathEqualTo("/data/api/3/action/package_search")).willReturn(okJson("""
                {"result": {"count": 1, "results": [{"id": "u1", "name": "trees", "title": "T", "resources": []}]}}""")));
        portal.stubFor(get(urlPathEqualTo("/files/catalogue.json")).willReturn(okJson("""
                {"dataset": [{"identifier": "trees", "title": "T"}]}""")));

        read(portal.baseUrl() + "/data/api/3/action/package_search?rows=5");
        read(portal.baseUrl() + "/files/catalogue.json");

        assertThat(ids).containsExactly("u1", "trees");
    }

    @Test
    void saysWhatWasTriedWhereNothingKnownAnswers() {
        portal.stubFor(get(urlPathEqualTo("/data.json")).willReturn(okJson("{\"hello\": \"world\"}")));

        assertThatThrownBy(() -> read(portal.baseUrl()))
                .isInstanceOf(HarvestException.class)
                .hasMessageStartingWith("no known kind of catalogue answers at http://localhost:")
                .hasMessageContaining("/api/catalog/v1 HTTP status 404")
                .hasMessageContaining("/data.json gave something else");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 408, 429, 500, 503})
    void passingFaultIsAFailedHarvestAndNoOtherKind(int status) throws Exception {
        var api = urlPathEqualTo("/api/3/action/package_search");
        portal.stubFor(get(urlPathEqualTo("/data.json")).willReturn(okJson("""
                {"dataset": [{"identifier": "trees", "title": "T"}]}""")));
        portal.stubFor(get(api).willReturn(
                        status == 0 ? aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER) : status(status)));
        var source = new FoundSource(new SourceProbe(http), URI.create(portal.baseUrl()), "data.example.gov");

        assertThatThrownBy(() -> harvest(source))
                .isInstanceOf(HarvestException.class)
                .hasMessageContaining("cannot be found out now");
        portal.stubFor(get(api).willReturn(okJson("""
                {"result": {"count": 1, "results": [{"id": "u1", "name": "trees", "title": "T", "resources": []}]}}""")));
        harvest(source);

        assertThat(ids).containsExactly("u1");
    }

    @Test
    void portalThatMovesToAnotherPlatformIsFoundAgain() throws Exception {
        var source = new FoundSource(new SourceProbe(http), URI.create(portal.baseUrl()), "data.example.gov");
        portal.stubFor(get(urlPathEqualTo("/data.json")).willReturn(okJson("""
                {"dataset": [{"identifier": "trees", "title": "T"}]}""")));
        harvest(source);
        portal.resetAll();
        portal.stubFor(get(urlPathEqualTo("/api/3/action/package_search")).willReturn(okJson("""
                {"result": {"count": 1, "results": [{"id": "u1", "name": "trees", "title": "T", "resources": []}]}}""")));
        assertThatThrownBy(() -> harvest(source)).isInstanceOf(HarvestException.class);

        harvest(source);

        assertThat(ids).containsExactly("trees", "u1");
    }

    @Test
    void commandReadsPortalByItsAddressAndEachPageOfAnApi() throws Exception {
        portal.stubFor(get(urlPathEqualTo("/api/3/action/package_search")).willReturn(okJson("""
                {"result": {"count": 3, "results": [
                  {"id": "u1", "name": "trees", "title": "T", "resources": []}, {"id": "u2", "resources": []}]}}""")));

        for (String path : List.of("", "/", "/api/3/action/package_search?rows=1")) {
            var read = CatalogueFile.read(portal.baseUrl() + path, List.of(), LocalDate.of(2026, 11, 2), http);

            assertThat(read.portals()).containsExactly("localhost");
            assertThat(read.wrong())
                    .containsExactly("entry 2: u2 has no title", "the portal says it has 3 entries but gave 2");
            assertThat(read.catalogue().at("localhost", "trees")).isPresent();
        }
    }

    @Test
    void commandReadsDocumentAsItIs() throws Exception {
        portal.stubFor(get(urlPathEqualTo("/files/list")).willReturn(okJson("""
                {"id": "trees", "title": "T", "permalink": "https://data.example.gov/dataset/trees"}
                {"id": "stops"
                """)));

        var read = CatalogueFile.read(portal.baseUrl() + "/files/list", List.of(), LocalDate.of(2026, 11, 2), http);

        assertThat(read.portals()).containsExactly("data.example.gov");
        assertThat(read.wrong()).containsExactly("line 2: not JSON");
    }

    @Test
    void commandSaysWhyAnAddressGivesNothing() {
        assertThatThrownBy(() -> CatalogueFile.read(
                        portal.baseUrl() + "/nothing.json", List.of(), LocalDate.of(2026, 11, 2), http))
                .hasMessageEndingWith("/nothing.json: HTTP status 404");
        assertThatThrownBy(
                        () -> CatalogueFile.read("http://169.254.169.254/", List.of(), LocalDate.of(2026, 11, 2), http))
                .hasMessageContaining("no known kind of catalogue answers");
    }

    /** Only localhost is allowed here, by its name. */
    @Test
    void goesToNoAddressInsideNorFollowsThere() {
        var inside = "http://127.0.0.1:" + portal.getPort() + "/inside/data.json";
        portal.stubFor(get(anyUrl()).willReturn(temporaryRedirect(inside)));

        for (String address : List.of(inside, portal.baseUrl() + "/data.json", portal.baseUrl())) {
            assertThatThrownBy(() -> read(address)).isInstanceOf(HarvestException.class);
            assertThatThrownBy(() -> CatalogueFile.read(address, List.of(), LocalDate.of(2026, 11, 2), http))
                    .isInstanceOf(IOException.class);
        }

        portal.verify(0, getRequestedFor(urlPathMatching("/inside/.*")));
        assertThat(ids).isEmpty();
    }

    private void read(String address) throws Exception {
        harvest(new FoundSource(new SourceProbe(http), URI.create(address), "data.example.gov"));
    }

    private void harvest(PortalSource source) throws Exception {
        var reader = new Entries(new PortalHosts("data.example.gov", List.of()), LocalDate.of(2026, 11, 2));
        new EntriesHarvest(source, reader).read(entry -> {
            if (entry instanceof PortalEntry.Described(var dataset)) {
                ids.add(dataset.id().value());
            }
        });
    }
}
