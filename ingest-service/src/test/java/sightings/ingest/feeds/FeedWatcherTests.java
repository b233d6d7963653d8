package sightings.ingest.feeds;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import sightings.event.PlaceObserved;
import sightings.event.SourceReported;
import sightings.evidence.Maker;
import sightings.evidence.Observation;
import sightings.ingest.watching.MemoryChannel;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Robots;

/** Tests for {@link FeedWatcher}. */
class FeedWatcherTests {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-02T12:00:00Z"));

    @RegisterExtension
    static final WireMockExtension site = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final OutgoingHttp http = new OutgoingHttp("Sightings-test", List.of("localhost"), CLOCK);
    private final MemoryChannel channel = new MemoryChannel();

    @AfterEach
    void close() throws Exception {
        http.close();
    }

    @Test
    void readsTheArticleBehindAnItem() throws Exception {
        feed("City News", item("1", "/posts/1?utm_source=feed", "Post one", "teaser"));
        article("/posts/1?utm_source=feed", "/posts/1");

        var report = look();

        assertThat(report.state()).isEqualTo(SourceReported.State.OK);
        assertThat(report.items()).isEqualTo(1);
        var observation = observed().getFirst();
        assertThat(observation.place().url()).isEqualTo(site.baseUrl() + "/posts/1");
        assertThat(observation.text()).isEqualTo("Post one\nHeading\nAll about trees, ask [redacted].\nSecond");
        assertThat(observation.links())
                .containsExactly("https://data.example.gov/d/abcd-2345", "https://maps.example.org/embed");
        assertThat(observation.publishedAt()).isEqualTo(Instant.parse("2025-06-03T09:39:21Z"));
        var subject = observation.subject();
        assertThat(subject.id().value()).isEqualTo("localhost:" + site.getPort() + "/posts/1");
        assertThat(subject.title()).isEqualTo("Post one");
        assertThat(subject.summary()).isEqualTo("What it says");
        assertThat(subject.language()).isEqualTo("en");
        assertThat(subject.maker()).isEqualTo(Maker.organisation("City News", "https://news.example.org/"));
    }

    @Test
    void namesNobodyWhereTheTitleMayBeAPersons() throws Exception {
        feed("Jane Doe", item("1", "/posts/1", "Post one", "teaser"));
        article("/posts/1", "/posts/1");

        look();

        var observation = observed().getFirst();
        assertThat(observation.subject().maker()).isNull();
        assertThat(observation.toString()).doesNotContain("Jane");
    }

    @Test
    void sendsValidatorsBackAndDoesNothingWhereNothingChanged() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");
        look();
        site.stubFor(get(urlEqualTo("/feed.xml"))
                .withHeader("If-None-Match", equalTo("\"v1\""))
                .willReturn(aResponse().withStatus(304)));

        var report = look();

        assertThat(report.items()).isZero();
        assertThat(report.state()).isEqualTo(SourceReported.State.OK);
        site.verify(1, getRequestedFor(urlEqualTo("/posts/1")));
    }

    @Test
    void readsAgainOnlyWhatWasEdited() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"), item("2", "/posts/2", "Other", "y"));
        article("/posts/1", "/posts/1");
        article("/posts/2", "/posts/2");
        look();
        observed();
        feed("T", item("1", "/posts/1", "Post, corrected", "x"), item("2", "/posts/2", "Other", "y"));

        var report = look();

        assertThat(report.counters()).containsEntry("unchanged", 1L);
        assertThat(observed())
                .singleElement()
                .extracting(observation -> observation.place().url())
                .isEqualTo(site.baseUrl() + "/posts/1");
    }

    @Test
    void keepsToRobotsTxtAndTakesWhatTheFeedOffers() throws Exception {
        site.stubFor(get(urlEqualTo("/robots.txt")).willReturn(ok("User-agent: *\nDisallow: /posts/")));
        feed("T", item("1", "/posts/1", "Post", "&lt;a href='https://data.example.gov/d/abcd-2345'&gt;rows&lt;/a&gt;"));

        look();

        site.verify(0, getRequestedFor(urlEqualTo("/posts/1")));
        assertThat(observed().getFirst().links()).containsExactly("https://data.example.gov/d/abcd-2345");
    }

    @Test
    void losesOnlyTheArticleThatIsGone() throws Exception {
        feed(
                "T",
                item("1", "/gone", "Gone", "from the feed"),
                item("2", "/posts/2", "Post", "x"),
                "<item><title>No link</title></item>");
        article("/posts/2", "/posts/2");

        var report = look();

        assertThat(report.items()).isEqualTo(1);
        assertThat(report.failures()).isEqualTo(2);
        assertThat(observed()).extracting(Observation::text).first().isEqualTo("Gone\nfrom the feed");
        look();
        look();
        look();
        site.verify(3, getRequestedFor(urlEqualTo("/gone")));
    }

    @Test
    void waitsWhereTheSiteAsksForIt() throws Exception {
        site.stubFor(get(urlEqualTo("/feed.xml"))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "90")));

        var report = look();

        assertThat(report.state()).isEqualTo(SourceReported.State.WAITING);
        assertThat(report.next()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void saysWhatIsWrongWithABrokenFeed() throws Exception {
        site.stubFor(get(urlEqualTo("/feed.xml")).willReturn(ok("<html><body>Down for maintenance")));

        var report = look();

        assertThat(report.state()).isEqualTo(SourceReported.State.FAILING);
        assertThat(report.message()).isEqualTo("The document is a web page, not a feed");
    }

    @Test
    void doesNotFollowLinksThatLeadInside() throws Exception {
        feed("T", item("1", "http://127.0.0.1:" + site.getPort() + "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");

        look();

        site.verify(0, getRequestedFor(urlEqualTo("/posts/1")));
    }

    private RoundReport look() throws InterruptedException {
        return new FeedWatcher(
                        URI.create(site.baseUrl() + "/feed.xml"),
                        Duration.ofMinutes(30),
                        Duration.ZERO,
                        http,
                        new Robots(http, CLOCK),
                        CLOCK)
                .look(channel, channel);
    }

    private List<Observation> observed() {
        return channel.take().stream()
                .map(event -> ((PlaceObserved) event).observation())
                .toList();
    }

    private static String item(String id, String link, String title, String description) {
        return """
                <item><guid isPermaLink="false">%s</guid><link>%s</link><title>%s</title>
                <pubDate>Tue, 03 Jun 2025 09:39:21 GMT</pubDate><description>%s</description></item>
                """.formatted(id, link, title, description);
    }

    private static void feed(String title, String... items) {
        site.stubFor(get(urlEqualTo("/feed.xml"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/rss+xml")
                        .withHeader("ETag", "\"v1\"")
                        .withBody("<rss version=\"2.0\"><channel><title>" + title
                                + "</title><link>https://news.example.org/</link>" + String.join("", items)
                                + "</channel></rss>")));
    }

    private static void article(String path, String canonical) {
        site.stubFor(get(urlEqualTo(path))
                .willReturn(ok("""
                        <!doctype html><html lang="en"><head><title>T</title><link rel="canonical" href="%s">
                        <meta name="description" content="What it says"></head>
                        <body><nav><a href="https://data.example.gov/">portal</a></nav>
                        <article><h2>Heading</h2><p>All about <a href="https://data.example.gov/d/abcd-2345">trees</a>,
                        ask jane.doe@example.org.</p><iframe src="https://maps.example.org/embed"></iframe><p>Second</p></article>
                        <footer>Footer</footer></body></html>
                        """.formatted(canonical)).withHeader("Content-Type", "text/html; charset=utf-8")));
    }
}
