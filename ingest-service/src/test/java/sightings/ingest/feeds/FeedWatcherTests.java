package sightings.ingest.feeds;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightings.event.PlaceConfirmed;
import sightings.event.PlaceGone;
import sightings.event.PlaceObserved;
import sightings.event.SourceReported;
import sightings.evidence.Maker;
import sightings.evidence.Observation;
import sightings.evidence.SourceId;
import sightings.ingest.watching.MemoryChannel;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Robots;

/** Tests for {@link FeedWatcher}. */
class FeedWatcherTests {

    private static final Instant BEGIN = Instant.parse("2026-11-02T12:00:00Z");

    @RegisterExtension
    static final WireMockExtension site = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private Instant now = BEGIN;
    private final InstantSource clock = () -> now;
    private final OutgoingHttp http = new OutgoingHttp("Sightings-test", List.of("localhost"), clock);
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
    void keepsToTheRobotsTxtOfWhereASiteSendsItOn() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "https://data.example.gov/d/abcd-2345"));
        site.stubFor(get(urlEqualTo("/posts/1"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", "/private/1")));
        site.stubFor(get(urlEqualTo("/robots.txt")).willReturn(ok("User-agent: *\nDisallow: /private/\n")));

        look();

        assertThat(observed())
                .singleElement()
                .satisfies(observation -> assertThat(observation.place().url()).isEqualTo(site.baseUrl() + "/posts/1"));
        site.verify(0, getRequestedFor(urlEqualTo("/private/1")));
    }

    @Test
    void tellsNoSecretOfItsOwnAddress() {
        var watcher = watcher("/feed.xml?token=Zx81kk29QpLw77&n=5");

        assertThat(watcher.source().value())
                .startsWith("feed:" + site.baseUrl() + "/feed.xml?token=~")
                .endsWith("&n=5");
        assertThat(watcher.title()).doesNotContain("Zx81kk29QpLw77").startsWith(site.baseUrl());
        assertThat(watcher.source()).isEqualTo(SourceId.feed(watcher.title()));
    }

    @Test
    void readsAFeedAgainLaterWhereOthersLeaveItNoRoomInMemory() throws Exception {
        rounds = new OpenRounds(10, () -> now);
        for (int i = 0; i < 60; i++) {
            article("/posts/" + i, "/posts/" + i);
        }
        feed(
                "T",
                IntStream.range(0, 60)
                        .mapToObj(i -> item("i" + i, "/posts/" + i, "Post " + i, "x"))
                        .toArray(String[]::new));
        assertThat(rounds.keep(new SourceId("feed:other"), someRound())).isTrue();
        var reading = watcher("/feed.xml");

        var report = reading.look(channel, channel);

        assertThat(report.next()).isEqualTo(Duration.ofMinutes(15));
        assertThat(observed()).hasSize(50);
        rounds.drop(new SourceId("feed:other"));
        now = now.plus(Duration.ofMinutes(16));
        var again = watcher("/feed.xml");
        again.look(channel, channel);
        assertThat(observed()).hasSize(10);
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
        assertThat(report.message()).isEqualTo("The document is a web page, not a feed, and names none");
    }

    @Test
    void doesNotFollowLinksThatLeadInside() throws Exception {
        feed("T", item("1", "http://127.0.0.1:" + site.getPort() + "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");

        look();

        site.verify(0, getRequestedFor(urlEqualTo("/posts/1")));
    }

    @Test
    void followsNoRedirectThatLeadsInside() throws Exception {
        var inside = "http://127.0.0.1:" + site.getPort() + "/inside";
        feed("T", item("1", "/posts/1", "Post", "x"));
        site.stubFor(get(urlEqualTo("/posts/1")).willReturn(temporaryRedirect(inside)));
        look();
        site.stubFor(get(urlEqualTo("/feed.xml")).willReturn(temporaryRedirect(inside)));

        assertThat(look().state()).isEqualTo(SourceReported.State.FAILING);

        site.verify(1, getRequestedFor(urlEqualTo("/posts/1")));
        site.verify(0, getRequestedFor(urlEqualTo("/inside")));
    }

    @Test
    void goesOnWithAnEditAsTheSamePlace() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");
        look();
        observed();
        feed("T", item("1", "/posts/1", "Post", "x, and more"));

        look();
        look();

        assertThat(observed()).hasSize(1);
    }

    @Test
    void readsABackDatedItemThatIsAddedBelow() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");
        article("/posts/0", "/posts/0");
        look();
        observed();
        feed(
                "T",
                item("1", "/posts/1", "Post", "x"),
                item("0", "/posts/0", "Older", "y").replace("2025", "2019"));

        look();

        assertThat(observed())
                .extracting(observation -> observation.place().url())
                .containsExactly(site.baseUrl() + "/posts/0");
    }

    @Test
    void remembersWhatTheFeedShowsNoMore() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");
        article("/posts/2", "/posts/2");
        look();
        feed("T", item("2", "/posts/2", "Other", "y"));
        look();
        feed("T", item("1", "/posts/1", "Post", "x"));

        assertThat(look().counters()).containsEntry("unchanged", 1L);
        site.verify(1, getRequestedFor(urlEqualTo("/posts/1")));
    }

    @Test
    void isNotAskedSoonerAfterARestart() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");
        look();

        var report = watcher("/feed.xml").look(channel, channel);

        assertThat(report.next()).isGreaterThan(Duration.ofMinutes(29));
        site.verify(1, getRequestedFor(urlEqualTo("/feed.xml")));
    }

    @Test
    void waitsAsLongAsTheServerCallsTheFeedFresh() throws Exception {
        site.stubFor(get(urlEqualTo("/feed.xml"))
                .willReturn(ok("<rss version='2.0'><channel><title>T</title></channel></rss>")
                        .withHeader("Cache-Control", "public, max-age=172800")));

        assertThat(look().next()).isEqualTo(Duration.ofDays(2));
    }

    @ParameterizedTest
    @CsvSource({"404,FEED_NOT_FOUND", "403,FEED_CLOSED", "500,FEED_SERVER_FAILS", "418,FEED_FAILED"})
    void saysWhatStaffCanDoAboutAFeedThatIsRefused(int status, String code) throws Exception {
        site.stubFor(get(urlEqualTo("/feed.xml")).willReturn(aResponse().withStatus(status)));

        var report = look();

        assertThat(report.state()).isEqualTo(SourceReported.State.FAILING);
        assertThat(report.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo(code);
            assertThat(note.text()).contains("HTTP status " + status);
        });
    }

    @Test
    void endsAFeedThatIsGoneForGood() throws Exception {
        site.stubFor(get(urlEqualTo("/feed.xml")).willReturn(aResponse().withStatus(410)));

        look();
        var report = look();

        assertThat(report.state()).isEqualTo(SourceReported.State.NEEDS_SETTING);
        assertThat(report.message()).contains("410, on 2026-11-03");
        site.verify(1, getRequestedFor(urlEqualTo("/feed.xml")));
    }

    @Test
    void asksAnEndedFeedOnceMoreWhereStaffWantIt() throws Exception {
        site.stubFor(get(urlEqualTo("/feed.xml")).willReturn(aResponse().withStatus(410)));
        look();
        assertThat(watcher("/feed.xml").lookAsked(channel, channel).state())
                .isEqualTo(SourceReported.State.NEEDS_SETTING);
        site.verify(2, getRequestedFor(urlEqualTo("/feed.xml")));
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");

        assertThat(watcher("/feed.xml").lookAsked(channel, channel).items()).isEqualTo(1);
        look();
        site.verify(4, getRequestedFor(urlEqualTo("/feed.xml")));
    }

    @Test
    void doesNotWaitForItsOwnPaceWhereStaffAsk() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");
        var watcher = watcher("/feed.xml");
        watcher.look(channel, channel);

        watcher.look(channel, channel);
        site.verify(1, getRequestedFor(urlEqualTo("/feed.xml")));
        watcher.lookAsked(channel, channel);
        site.verify(2, getRequestedFor(urlEqualTo("/feed.xml")));
        watcher("/feed.xml").lookAsked(channel, channel);
        site.verify(3, getRequestedFor(urlEqualTo("/feed.xml")));
    }

    @Test
    void heedsWhatTheServerAsksForWhoeverAsks() throws Exception {
        site.stubFor(get(urlEqualTo("/feed.xml"))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "90")));
        var watcher = watcher("/feed.xml");
        var first = watcher.look(channel, channel);

        for (var again : List.of(watcher, watcher("/feed.xml"))) {
            var report = again.lookAsked(channel, channel);
            assertThat(report.state()).isEqualTo(SourceReported.State.WAITING);
            assertThat(report.message()).isEqualTo(first.message());
            assertThat(report.next()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
        }
        site.verify(1, getRequestedFor(urlEqualTo("/feed.xml")));

        site.stubFor(get(urlEqualTo("/feed.xml"))
                .willReturn(ok("<rss version='2.0'><channel><title>T</title></channel></rss>")
                        .withHeader("Cache-Control", "max-age=172800")));
        look();
        assertThat(watcher("/feed.xml").lookAsked(channel, channel).state()).isEqualTo(SourceReported.State.OK);
        site.verify(2, getRequestedFor(urlEqualTo("/feed.xml")));
    }

    @Test
    void isAsItWasWhereItIsTooEarlyToAsk() throws Exception {
        site.stubFor(get(urlEqualTo("/feed.xml")).willReturn(aResponse().withStatus(404)));
        var failed = look();

        var report = watcher("/feed.xml").look(channel, channel);

        assertThat(report.state()).isEqualTo(SourceReported.State.FAILING);
        assertThat(report.message()).isEqualTo(failed.message());
        site.verify(1, getRequestedFor(urlEqualTo("/feed.xml")));
    }

    @Test
    void tellsNoSecretInAnAddressThatItAsksFor() throws Exception {
        var secret = "/posts/1?access_token=a1b2c3d4e5f6";
        feed("T", item("1", secret, "Post", "x"));
        article(secret, secret);
        look();

        site.verify(1, getRequestedFor(urlEqualTo(secret)));
        var told = site.baseUrl() + "/posts/1?access_token=redacted";
        assertThat(observed()).singleElement().satisfies(observation -> {
            assertThat(observation.place().url()).isEqualTo(told);
            assertThat(observation.subject().url()).isEqualTo(told);
            assertThat(observation.toString()).doesNotContain("a1b2c3");
        });
        site.stubFor(get(urlEqualTo(secret)).willReturn(aResponse().withStatus(410)));
        for (int day = 0; day < 60; day++) {
            look();
        }
        assertThat(channel.take())
                .singleElement()
                .isInstanceOfSatisfying(
                        PlaceGone.class, gone -> assertThat(gone.place()).isEqualTo(told));
    }

    @Test
    void asksAgainWhereAFeedIsOnlyNotFound() throws Exception {
        site.stubFor(get(urlEqualTo("/feed.xml")).willReturn(aResponse().withStatus(404)));
        assertThat(look().state()).isEqualTo(SourceReported.State.FAILING);
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");

        assertThat(look().items()).isEqualTo(1);
    }

    @Test
    void remembersAPermanentMoveAfterSeeingItForAWeek() throws Exception {
        site.stubFor(get(urlEqualTo("/feed.xml"))
                .willReturn(aResponse().withStatus(301).withHeader("Location", "/new.xml")));
        site.stubFor(get(urlEqualTo("/new.xml"))
                .willReturn(ok("<rss version='2.0'><channel><title>T</title></channel></rss>")));
        for (int day = 0; day < 12; day++) {
            look();
        }

        site.verify(8, getRequestedFor(urlEqualTo("/feed.xml")));
        site.verify(12, getRequestedFor(urlEqualTo("/new.xml")));
    }

    @Test
    void neverRemembersATemporaryMove() throws Exception {
        site.stubFor(get(urlEqualTo("/feed.xml"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", "/new.xml")));
        site.stubFor(get(urlEqualTo("/new.xml"))
                .willReturn(ok("<rss version='2.0'><channel><title>T</title></channel></rss>")));
        for (int day = 0; day < 12; day++) {
            look();
        }

        site.verify(12, getRequestedFor(urlEqualTo("/feed.xml")));
    }

    @Test
    void readsTheFeedOfAPage() throws Exception {
        site.stubFor(get(urlEqualTo("/feed.xml"))
                .willReturn(ok("<html><head><link rel='alternate' type='application/rss+xml' href='/real.xml'></head>")
                        .withHeader("Content-Type", "text/html")));
        site.stubFor(get(urlEqualTo("/real.xml"))
                .willReturn(ok("<rss version='2.0'><channel><title>T</title>" + item("1", "/posts/1", "P", "x")
                        + "</channel></rss>")));
        article("/posts/1", "/posts/1");

        assertThat(look().message()).contains("/real.xml");
        assertThat(look().items()).isEqualTo(1);
    }

    @Test
    void leavesOneBusySiteAloneAndReadsTheOthers() throws Exception {
        site.stubFor(get(urlEqualTo("/posts/1"))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7200")));
        feed("T", item("1", "/posts/1", "Post", "x"), item("2", "/posts/2", "Other", "y"));

        var watcher = watcher("/feed.xml");
        var report = watcher.look(channel, channel);

        assertThat(report.state()).isEqualTo(SourceReported.State.OK);
        assertThat(report.message()).contains("left alone");
        assertThat(report.next()).as("the feed's own pace").isEqualTo(Duration.ofDays(1));
        site.verify(0, getRequestedFor(urlEqualTo("/posts/2")));
        article("/posts/1", "/posts/1");
        article("/posts/2", "/posts/2");
        assertThat(look().items()).isEqualTo(2);
    }

    @Test
    void asksNoHostForAnArticleBeforeItsRestIsOver() throws Exception {
        site.stubFor(get(urlEqualTo("/posts/1"))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7200")));
        var turns = new HostTurns(Duration.ZERO, Duration.ZERO);
        var articles = new Articles(http, new Robots(http, clock), turns, clock);
        var article = URI.create(site.baseUrl() + "/posts/1");

        assertThat(articles.read(article)).isEqualTo(new ArticleReading.Busy(Duration.ofHours(2)));
        now = now.plus(Duration.ofMinutes(30));
        assertThat(articles.read(article)).isEqualTo(new ArticleReading.Busy(Duration.ofMinutes(90)));
        site.verify(1, getRequestedFor(urlEqualTo("/posts/1")));

        now = now.plus(Duration.ofMinutes(90));
        article("/posts/1", "/posts/1");
        assertThat(articles.read(article)).isInstanceOf(ArticleReading.Read.class);
    }

    @Test
    void takesNobodyElsesPlaceForAPagesOwn() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "https://victim.example.org/report");

        look();

        assertThat(observed()).singleElement().satisfies(observation -> {
            assertThat(observation.place().url()).isEqualTo(site.baseUrl() + "/posts/1");
            assertThat(observation.subject().id().value()).isEqualTo("localhost:" + site.getPort() + "/posts/1");
        });
    }

    @Test
    void observesAPageAnewWhoseCallWasTakenOut() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");
        look();
        observed();
        site.stubFor(get(urlEqualTo("/posts/1"))
                .willReturn(
                        ok("<link rel=canonical href=/posts/1><article><p>Nothing of data any more, only words.</article>")
                                .withHeader("Content-Type", "text/html")));
        now = now.plus(Duration.ofDays(60));

        look();

        assertThat(observed()).singleElement().satisfies(observation -> {
            assertThat(observation.place().url()).isEqualTo(site.baseUrl() + "/posts/1");
            assertThat(observation.text()).isEqualTo("Post\nNothing of data any more, only words.");
            assertThat(observation.links()).isEmpty();
            assertThat(observation.publishedAt()).isEqualTo(Instant.parse("2025-06-03T09:39:21Z"));
        });
    }

    @Test
    void confirmsAPageThatSaysTheSameAtMostMonthly() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");
        look();
        channel.take();
        for (int day = 0; day < 120; day++) {
            look();
        }

        var confirmed = channel.take();

        assertThat(confirmed)
                .hasSizeBetween(3, 4)
                .allSatisfy(event -> assertThat(event).isInstanceOfSatisfying(PlaceConfirmed.class, place -> {
                    assertThat(place.place()).isEqualTo(site.baseUrl() + "/posts/1");
                    assertThat(place.time()).isAfter(BEGIN);
                }));
    }

    @Test
    void tellsOnceThatAPageIsGoneAndForgetsItHalfAYearLater() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");
        look();
        site.stubFor(get(urlEqualTo("/posts/1")).willReturn(aResponse().withStatus(404)));
        var gone = new java.util.ArrayList<PlaceGone>();
        channel.take();
        for (int day = 0; day < 100; day++) {
            look();
            channel.take().stream()
                    .filter(PlaceGone.class::isInstance)
                    .map(PlaceGone.class::cast)
                    .forEach(gone::add);
        }

        assertThat(gone).singleElement().satisfies(event -> {
            assertThat(event.place()).isEqualTo(site.baseUrl() + "/posts/1");
            assertThat(event.reason()).isEqualTo("HTTP status 404");
            assertThat(event.time()).isAfter(BEGIN.plus(Duration.ofDays(14 + 7)));
        });
        assertThat(channel.forgotten()).isEmpty();
        for (int day = 0; day < 160; day++) {
            look();
        }
        assertThat(channel.forgotten()).containsExactly(site.baseUrl() + "/posts/1");
    }

    @Test
    void takesNoSiteForDeadThatKeepsUsOut() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");
        look();
        channel.take();
        for (int status : List.of(403, 429, 500, 503, 401)) {
            site.stubFor(get(urlEqualTo("/posts/1")).willReturn(aResponse().withStatus(status)));
            for (int day = 0; day < 50; day++) {
                look();
            }
        }

        assertThat(channel.take()).isEmpty();
    }

    @Test
    void observesAPageAgainThatCameBack() throws Exception {
        feed("T", item("1", "/posts/1", "Post", "x"));
        article("/posts/1", "/posts/1");
        look();
        site.stubFor(get(urlEqualTo("/posts/1")).willReturn(aResponse().withStatus(410)));
        for (int day = 0; day < 60; day++) {
            look();
        }
        assertThat(channel.take()).last().isInstanceOf(PlaceGone.class);
        article("/posts/1", "/posts/1");
        for (int day = 0; day < 40; day++) {
            look();
        }

        assertThat(channel.take())
                .filteredOn(event -> !(event instanceof PlaceConfirmed))
                .singleElement()
                .isInstanceOf(PlaceObserved.class);
    }

    @Test
    void goesOnFromWhatTheNextOwnerCommitted() throws Exception {
        var items = new String[60];
        for (int i = 0; i < items.length; i++) {
            items[i] = item("many" + i, "/posts/many", "Post " + i, "x");
        }
        feed("T", items);
        article("/posts/many", "/posts/many");
        var watcher = watcher("/feed.xml");
        assertThat(watcher.look(channel, channel).items()).isEqualTo(50);

        var another = new MemoryChannel();
        var report = watcher.look(another, another);

        assertThat(report.items())
                .as("read anew, since the other owner's memory is empty")
                .isEqualTo(50);
        assertThat(watcher.look(another, another).items()).isEqualTo(10);
    }

    /** A round of another feed that has begun. */
    private FeedRound someRound() {
        var turns = new HostTurns(Duration.ZERO, Duration.ZERO);
        var item = new Feed.Item("1", null, "t", "x".repeat(20), URI.create("https://x.example/"), null, null);
        return new FeedRound(
                new Feed("RSS", null, null, null, null, List.of(item), List.of()),
                new ArticleObservation(new SourceId("feed:other"), null, null, null),
                new Articles(http, new Robots(http, clock), turns, clock),
                new MemoryChannel(),
                FeedState.of(Map.of()),
                Duration.ofHours(1),
                null);
    }

    /** One round of a watcher that was just started, a day after the one before. */
    private RoundReport look() throws InterruptedException {
        now = now.plus(Duration.ofDays(1));
        return watcher("/feed.xml").look(channel, channel);
    }

    private OpenRounds rounds = new OpenRounds(1 << 20, () -> now);

    private FeedWatcher watcher(String path) {
        var turns = new HostTurns(Duration.ZERO, Duration.ZERO);
        return new FeedWatcher(
                URI.create(site.baseUrl() + path),
                new FeedPace(Duration.ofMinutes(30)),
                new FeedSource(http, turns, FeedLimits.DEFAULT),
                new Articles(http, new Robots(http, clock), turns, clock),
                rounds,
                clock);
    }

    private List<Observation> observed() {
        return channel.take().stream()
                .filter(PlaceObserved.class::isInstance)
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
