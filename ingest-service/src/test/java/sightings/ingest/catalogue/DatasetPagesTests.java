package sightings.ingest.catalogue;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Robots;

/** Tests for {@link DatasetPages}. */
class DatasetPagesTests {

    @RegisterExtension
    static final WireMockExtension portal = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    private final OutgoingHttp http = new OutgoingHttp("t", List.of("localhost"), clock);
    private final DatasetPages pages = new DatasetPages(http, new Robots(http, clock));

    @AfterEach
    void close() throws Exception {
        http.close();
    }

    @ParameterizedTest
    @CsvSource({
        "200, THERE",
        "404, GONE",
        "410, GONE",
        "401, UNKNOWN",
        "403, UNKNOWN",
        "429, UNKNOWN",
        "500, UNKNOWN",
        "503, UNKNOWN"
    })
    void tellsGoneFromForbiddenAndBroken(int status, PageState state) {
        portal.stubFor(get(urlPathEqualTo("/d/abcd-2345"))
                .willReturn(aResponse().withStatus(status).withBody("x")));

        assertThat(pages.of(dataset(portal.baseUrl() + "/d/abcd-2345"))).isEqualTo(state);
    }

    @Test
    void pageThatRobotsMayNotReadIsNotAsked() {
        portal.stubFor(get(urlPathEqualTo("/robots.txt")).willReturn(ok("User-agent: *\nDisallow: /d/")));

        assertThat(pages.of(dataset(portal.baseUrl() + "/d/abcd-2345"))).isEqualTo(PageState.UNKNOWN);
        portal.verify(0, getRequestedFor(urlPathEqualTo("/d/abcd-2345")));
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:1/d/x", "https://no such host/", "nothing", "http://localhost:1/"})
    void addressThatCannotBeAskedSaysNothing(String address) {
        assertThat(pages.of(dataset(address))).isEqualTo(PageState.UNKNOWN);
    }

    private static Dataset dataset(String page) {
        return new Dataset(
                new DatasetId("abcd-2345"),
                "data.example.gov",
                "T",
                null,
                page,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
