package sightings.ingest.recognising;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.OwnKafka.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.event.AliasAdded;
import sightings.event.AliasRemoved;
import sightings.event.Event;
import sightings.event.EventCodec;
import sightings.event.FindsRevised;
import sightings.event.PersonId;
import sightings.event.PlaceObserved;
import sightings.event.SightingWithdrawn;
import sightings.event.Topic;
import sightings.event.UseSighted;
import sightings.ingest.OwnKafka;

/** Tests that an alias of staff makes earlier observations count, with exact numbers, on a real broker. */
class RelearningIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final DatasetId TREES = new DatasetId("abcd-2345");
    private static final PersonId STAFF = new PersonId("p-1");
    private static final int OLD = 17;
    private static final int PRESENT = 40;

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
    void saysHowManyEarlierFindsCountByANewAliasAndHowManyNoLongerWithoutIt() {
        world.stubFor(get(urlPathEqualTo("/portal/api/catalog/v1")).willReturn(okJson("""
                {"resultSetSize": 1, "results": [{"resource": {"name": "Trees", "id": "abcd-2345", "type": "dataset"},
                  "permalink": "https://data.example.gov/d/abcd-2345"}]}
                """)));
        var added = new AliasAdded(
                TREES,
                Reference.Kind.ID,
                "wxyz-9876",
                LocalDate.parse("2019-03-01"),
                STAFF,
                Instant.parse("2026-11-20T10:00:00Z"));
        var removed =
                new AliasRemoved(TREES, Reference.Kind.ID, "wxyz-9876", STAFF, Instant.parse("2026-11-21T10:00:00Z"));

        try (var service = kafka.ingest(folder.resolve("state"), settings())) {
            assertThat(service.isRunning()).isTrue();
            kafka.send(observations());
            await("finds of the present id", PATIENCE, () -> sighted().size() == PRESENT);
            assertThat(revised()).isEmpty();

            kafka.send(List.of(added));
            await("all partitions read again", PATIENCE, () -> complete(added) == Topic.OBSERVATIONS.partitions());
            assertThat(sum(added, FindsRevised::read)).isEqualTo(OLD + PRESENT + 1);
            assertThat(sum(added, FindsRevised::gained)).isEqualTo(OLD);
            assertThat(sum(added, FindsRevised::lost)).isZero();
            assertThat(sum(added, FindsRevised::altered)).isZero();
        }
        assertThat(sighted()).hasSize(PRESENT + OLD).doesNotHaveDuplicates();
        assertThat(revised())
                .flatExtracting(FindsRevised::datasets)
                .allSatisfy(dataset -> assertThat(dataset.dataset()).isEqualTo(TREES));

        // Taken back while the service is away: it learns of it when it comes back, and asks nobody again.
        kafka.send(List.of(removed));
        try (var service = kafka.ingest(folder.resolve("state"), settings())) {
            assertThat(service.isRunning()).isTrue();
            await("all partitions read again", PATIENCE, () -> complete(removed) == Topic.OBSERVATIONS.partitions());
            assertThat(sum(removed, FindsRevised::gained)).isZero();
            assertThat(sum(removed, FindsRevised::lost)).isEqualTo(OLD);
        }
        assertThat(kafka.events(Topic.USES).stream().filter(SightingWithdrawn.class::isInstance))
                .hasSize(OLD);
        // The finds of the present id were told once, whatever was read again.
        assertThat(sighted()).hasSize(PRESENT + OLD);
    }

    /** Places with the former id, places with the present one, and one that was overwritten before anybody asked. */
    private static List<Event> observations() {
        var events = new java.util.ArrayList<Event>();
        IntStream.range(0, OLD)
                .forEach(number -> events.add(seen("old-" + number, "https://data.example.gov/d/wxyz-9876")));
        IntStream.range(0, PRESENT)
                .forEach(number -> events.add(seen("present-" + number, "https://data.example.gov/d/abcd-2345")));
        events.add(seen("overwritten", "https://data.example.gov/d/wxyz-9876"));
        events.add(seen("overwritten", "nothing any more"));
        return events;
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("city.portals[0].catalogue", world.baseUrl() + "/portal");
        settings.put("sightings.outgoing.allowed-hosts", "localhost");
        return settings;
    }

    private static PlaceObserved seen(String name, String text) {
        return new PlaceObserved(Observations.file(name + ".md", text));
    }

    private static long complete(Event instruction) {
        return revisedBy(instruction).stream().filter(FindsRevised::complete).count();
    }

    private static long sum(Event instruction, ToLongFunction<FindsRevised> count) {
        return revisedBy(instruction).stream().mapToLong(count).sum();
    }

    private static List<FindsRevised> revisedBy(Event instruction) {
        var id = new EventCodec().id(instruction);
        return revised().stream().filter(event -> event.aliases().contains(id)).toList();
    }

    private static List<FindsRevised> revised() {
        return kafka.events(Topic.CATALOGUE).stream()
                .filter(FindsRevised.class::isInstance)
                .map(FindsRevised.class::cast)
                .toList();
    }

    private static List<UseSighted> sighted() {
        return kafka.events(Topic.USES).stream()
                .filter(UseSighted.class::isInstance)
                .map(UseSighted.class::cast)
                .toList();
    }
}
