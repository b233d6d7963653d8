package sightings.ingest.recognising;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.OwnKafka.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import sightings.event.DeadLetter;
import sightings.event.Event;
import sightings.event.PlaceGone;
import sightings.event.PlaceObserved;
import sightings.event.SightingWithdrawn;
import sightings.event.Topic;
import sightings.event.UseSighted;
import sightings.evidence.GoneReason;
import sightings.evidence.Grade;
import sightings.ingest.OwnKafka;

/** Tests for {@link RecognisingListener} and the way from the outside world to a find, on a real broker. */
class RecognisingListenerIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @RegisterExtension
    static final WireMockExtension world = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    static Path folder;

    private static OwnKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = OwnKafka.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void findsWhatTheWorldSaysOnceAndTakesBackWhatIsGone() throws Exception {
        try (var service = kafka.ingest(folder.resolve("state"), world())) {
            assertThat(service.isRunning()).isTrue();
            await("finds from GitHub and the feed", PATIENCE, () -> sighted().size() >= 2);
            assertThat(sighted())
                    .extracting(find -> find.about().id().value().replaceFirst(":\\d+/", "/") + " "
                            + find.sighting().dataset() + " " + find.sighting().grade())
                    .containsExactlyInAnyOrder(
                            "github:11 abcd-2345 " + Grade.USE, "localhost/posts/1 abcd-2345 " + Grade.REFERENCE);

            // A place is seen with a find, then without it; something unreadable comes in between.
            kafka.send(List.of(seen("changing", "https://data.example.gov/d/abcd-2345")));
            await("the third find", PATIENCE, () -> sighted().size() == 3);
            sendGarbage();
            kafka.send(List.of(seen("changing", "nothing any more")));
            await("the find taken back", PATIENCE, () -> !withdrawn().isEmpty());
            assertThat(withdrawn()).hasSize(1);
            assertThat(withdrawn().getFirst().sighting())
                    .isIn(sighted().stream().map(find -> find.sighting().id()).toList());
            await("the dead letter", PATIENCE, () -> !deadLetters().isEmpty());
            assertThat(deadLetters()).containsExactly("no CloudEvents envelope");

            // A watcher says that a place is gone.
            var leaving = seen("leaving", "https://data.example.gov/d/abcd-2345");
            kafka.send(List.of(leaving));
            await("the fourth find", PATIENCE, () -> sighted().size() == 4);
            kafka.send(List.of(new PlaceGone(
                    leaving.observation().source(),
                    leaving.subject(),
                    GoneReason.REPOSITORY_REMOVED.with(),
                    leaving.time().plusSeconds(60))));
            await(
                    "the find of the place that is gone",
                    PATIENCE,
                    () -> withdrawn().size() == 2);
            assertThat(withdrawn().getLast().reason())
                    .isEqualTo("The place is gone: the repository was deleted or made private");
        }

        // Ended in the middle and started again: each find once.
        int before = sighted().size();
        var many = IntStream.range(0, 300)
                .mapToObj(number -> (Event) seen("many-" + number, "https://data.example.gov/d/abcd-2345"))
                .toList();
        try (var service = kafka.ingest(folder.resolve("state"), world())) {
            assertThat(service.isRunning()).isTrue();
            kafka.send(many);
            await("some finds", PATIENCE, () -> sighted().size() > before);
        }
        try (var service = kafka.ingest(folder.resolve("state"), world())) {
            assertThat(service.isRunning()).isTrue();
            await("all finds", PATIENCE, () -> sighted().size() >= before + many.size());
            kafka.send(List.of(seen("last", "https://data.example.gov/d/abcd-2345")));
            await(
                    "the last find",
                    PATIENCE,
                    () -> sighted().stream()
                            .anyMatch(find -> find.sighting().place().path() != null
                                    && find.sighting().place().path().equals("last.md")));
        }
        assertThat(sighted()).hasSize(before + many.size() + 1).doesNotHaveDuplicates();
    }

    private static Map<String, String> world() {
        var base = world.baseUrl();
        world.stubFor(get(urlPathEqualTo("/portal/api/catalog/v1")).willReturn(okJson("""
                {"resultSetSize": 1, "results": [{"resource": {"name": "Trees", "id": "abcd-2345", "type": "dataset"},
                  "permalink": "https://data.example.gov/d/abcd-2345"}]}
                """)));
        world.stubFor(get(urlPathEqualTo("/github/search/code")).willReturn(okJson("""
                {"total_count": 1, "incomplete_results": false, "items": [{"name": "a.py", "path": "a.py", "sha": "s1",
                  "url": "%1$s/x", "repository": {"id": 11, "name": "app", "full_name": "acme/app", "fork": false,
                    "owner": {"login": "acme", "id": 5}, "url": "%1$s/github/repos/acme/app"}}]}
                """.formatted(base))));
        world.stubFor(get(urlPathEqualTo("/github/repositories/11")).willReturn(okJson("""
                {"id": 11, "name": "app", "full_name": "acme/app", "owner": {"login": "acme", "type": "Organization"},
                 "default_branch": "main"}
                """)));
        var code = "import pandas\npandas.read_csv('https://data.example.gov/resource/abcd-2345.csv')\n";
        world.stubFor(get(urlPathEqualTo("/github/repositories/11/contents/a.py"))
                .willReturn(okJson("{\"type\":\"file\",\"encoding\":\"base64\",\"size\":" + code.length()
                        + ",\"name\":\"a.py\",\"path\":\"a.py\",\"sha\":\"s1\",\"content\":\""
                        + Base64.getEncoder().encodeToString(code.getBytes(StandardCharsets.UTF_8)) + "\"}")));
        world.stubFor(get(urlPathEqualTo("/feed.xml"))
                .willReturn(ok("<rss version=\"2.0\"><channel><title>T</title><link>" + base
                        + "</link><item><title>Post</title><link>/posts/1</link></item></channel></rss>")));
        world.stubFor(get(urlPathEqualTo("/posts/1"))
                .willReturn(ok("<html><body><article><p>All <a href=\"https://data.example.gov/d/abcd-2345\">trees</a>"
                                + "</p></article></body></html>")
                        .withHeader("Content-Type", "text/html")));
        return Map.of(
                "city.portals[0].catalogue",
                base + "/portal",
                "city.github.address",
                base + "/github",
                "city.github.web",
                "https://github.com",
                "city.github.token",
                "sample",
                "city.feeds[0]",
                base + "/feed.xml",
                "sightings.outgoing.allowed-hosts",
                "localhost");
    }

    private static PlaceObserved seen(String name, String text) {
        return new PlaceObserved(Observations.file(name + ".md", text));
    }

    private static void sendGarbage() {
        var settings = new Properties();
        settings.put("bootstrap.servers", kafka.servers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    Topic.OBSERVATIONS.topicName(), "garbage", "{".getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static List<UseSighted> sighted() {
        return kafka.events(Topic.USES).stream()
                .filter(UseSighted.class::isInstance)
                .map(UseSighted.class::cast)
                .toList();
    }

    private static List<SightingWithdrawn> withdrawn() {
        return kafka.events(Topic.USES).stream()
                .filter(SightingWithdrawn.class::isInstance)
                .map(SightingWithdrawn.class::cast)
                .toList();
    }

    private static List<String> deadLetters() {
        return kafka.records(Topic.OBSERVATIONS.deadLetterName(), Topic.OBSERVATIONS.partitions()).stream()
                .map(record -> new String(
                        record.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                .toList();
    }
}
