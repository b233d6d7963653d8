package sightings.ingest.catalogue;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import sightings.dataset.Download;
import sightings.ingest.web.OutgoingHttp;

/** Tests for {@link PagedSource}, {@link PagedApi} and the entries they read. */
class PagedSourceTests {

    @RegisterExtension
    static final WireMockExtension portal = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final OutgoingHttp http = new OutgoingHttp("t", List.of("localhost"), InstantSource.fixed(Instant.EPOCH));
    private final List<PortalEntry> entries = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        http.close();
    }

    @Test
    void readsAgainWhereThePortalGaveFewerEntriesThanItHas() throws Exception {
        page(0, 150, IntStream.range(0, 100));
        page(100, 150, IntStream.range(60, 110));

        var remark = read();

        assertThat(entries).hasSize(110);
        assertThat(remark).isEqualTo("the portal says it has 150 entries but gave 110");
    }

    @Test
    void readsWhatAResultSays() throws Exception {
        portal.stubFor(get(urlPathEqualTo("/portal/api/catalog/v1"))
                .withQueryParam("domains", equalTo("data.example.gov"))
                .willReturn(okJson("""
                {"resultSetSize": 2, "results": [
                  {"resource": {"name": "No id"}},
                  {"resource": {"name": "Building Permits", "id": "ydr8-5enu", "type": "dataset",
                     "description": "All <b>permits</b>", "data_updated_at": "2022-07-22T12:15:45.000Z",
                     "attribution": "City"},
                   "classification": {"domain_category": "Buildings", "domain_tags": ["permits"],
                     "domain_metadata": [{"key": "Metadata_Data-Owner", "value": "Department of Buildings"}]},
                   "metadata": {"domain": "data.example.gov", "license": "Public Domain"},
                   "permalink": "https://data.example.gov/d/ydr8-5enu",
                   "link": "https://data.example.gov/Buildings/Building-Permits/ydr8-5enu"}]}
                """)));

        read();

        assertThat(entries.getFirst()).isEqualTo(new PortalEntry.Broken("entry 1: 'No id' has no usable id"));
        var permits = ((PortalEntry.Described) entries.getLast()).dataset();
        assertThat(permits.title()).isEqualTo("Building Permits");
        assertThat(permits.description()).isEqualTo("All permits");
        assertThat(permits.publisher()).isEqualTo("Department of Buildings");
        assertThat(permits.updatedAt()).isEqualTo(Instant.parse("2022-07-22T12:15:45Z"));
        assertThat(permits.downloads()).extracting(Download::format).containsExactly("CSV", "JSON");
        assertThat(permits.references())
                .extracting(reference -> reference.kind() + " " + reference.value())
                .containsExactly(
                        "HOST data.example.gov",
                        "ID ydr8-5enu",
                        "SLUG Building-Permits",
                        "URL data.example.gov/Buildings/Building-Permits/ydr8-5enu",
                        "URL data.example.gov/d/ydr8-5enu");
    }

    @Test
    void saysWhichPageCouldNotBeRead() {
        page(0, 150, IntStream.range(0, 100));
        portal.stubFor(get(urlPathEqualTo("/portal/api/catalog/v1"))
                .withQueryParam("offset", equalTo("100"))
                .willReturn(aResponse().withStatus(500)));

        assertThatThrownBy(this::read).isInstanceOf(HarvestException.class).hasMessage("page at 100: HTTP status 500");
    }

    @Test
    void pagesThroughCkan() throws Exception {
        for (int start : List.of(0, 200)) {
            var results = IntStream.range(start, Math.min(start + 200, 250))
                    .mapToObj("""
                    {"id": "uuid-%04d", "name": "name-%1$d", "title": "Title", "resources": []}"""::formatted)
                    .collect(Collectors.joining(","));
            portal.stubFor(get(urlPathEqualTo("/ckan/api/3/action/package_search"))
                    .withQueryParam("start", equalTo(Integer.toString(start)))
                    .willReturn(okJson(
                            "{\"success\": true, \"result\": {\"count\": 250, \"results\": [" + results + "]}}")));
        }

        var remark = harvest(PagedApi.CKAN, "/ckan");

        assertThat(remark).isEmpty();
        assertThat(entries).hasSize(250).allMatch(PortalEntry.Described.class::isInstance);
    }

    @Test
    void pagesThroughOpendatasoft() throws Exception {
        for (int offset : List.of(0, 100)) {
            var results = IntStream.range(offset, Math.min(offset + 100, 120))
                    .mapToObj("""
                    {"dataset_id": "d-%04d", "metas": {"default": {"title": "Title"}}}"""::formatted)
                    .collect(Collectors.joining(","));
            portal.stubFor(get(urlPathEqualTo("/api/explore/v2.1/catalog/datasets"))
                    .withQueryParam("offset", equalTo(Integer.toString(offset)))
                    .willReturn(okJson("{\"total_count\": 120, \"results\": [" + results + "]}")));
        }

        var remark = harvest(PagedApi.OPENDATASOFT, "");

        assertThat(remark).isEmpty();
        assertThat(entries).hasSize(120).allMatch(PortalEntry.Described.class::isInstance);
    }

    private String harvest(PagedApi api, String path) throws Exception {
        var hosts = new PortalHosts("data.example.gov", List.of());
        var source = new PagedSource(http, api, URI.create(portal.baseUrl() + path), "data.example.gov");
        return new EntriesHarvest(source, new Entries(hosts, LocalDate.of(2026, 11, 2))).read(entries::add);
    }

    private void page(int offset, int size, IntStream numbers) {
        var results = numbers.mapToObj("""
                {"resource": {"name": "n", "id": "abcd-%04d"}}"""::formatted).collect(Collectors.joining(","));
        portal.stubFor(get(urlPathEqualTo("/portal/api/catalog/v1"))
                .withQueryParam("offset", equalTo(Integer.toString(offset)))
                .willReturn(okJson("{\"resultSetSize\": " + size + ", \"results\": [" + results + "]}")));
    }

    private String read() throws Exception {
        var reader = new SocrataEntries(new PortalHosts("data.example.gov", List.of()), LocalDate.of(2026, 11, 2));
        return new EntriesHarvest(
                        new PagedSource(
                                http, PagedApi.SOCRATA, URI.create(portal.baseUrl() + "/portal/"), "data.example.gov"),
                        reader)
                .read(entries::add);
    }
}
