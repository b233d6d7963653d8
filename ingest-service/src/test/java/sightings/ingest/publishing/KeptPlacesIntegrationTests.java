package sightings.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import sightings.event.Event;
import sightings.event.EventCodec;
import sightings.event.PlaceConfirmed;
import sightings.event.PlaceGone;
import sightings.event.PlaceObserved;
import sightings.evidence.GoneReason;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.ingest.OwnKafka;
import sightings.ingest.settings.IngestSettings;

/** Tests for {@link KeptPlaces} on a real broker. */
class KeptPlacesIntegrationTests {

    private static final Instant SEEN = Instant.parse("2026-11-02T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final SourceId SOURCE = new SourceId("feed:https://posts.example.org/feed");

    @TempDir
    Path folder;

    @Test
    void tellsWhatIsKeptOfAPlaceByItsAddress() throws Exception {
        try (var kafka = OwnKafka.start(folder.resolve("kafka"))) {
            var properties = new KafkaProperties();
            properties.setBootstrapServers(List.of(kafka.servers()));
            var clients = new KafkaClients(properties);
            var places = new KeptPlaces(clients, new EventCodec());
            var broker = new Broker(clients, new IngestSettings(folder, (short) 1, Duration.ofHours(24), null, null));
            broker.start();
            broker.awaitTopics();
            broker.stop();

            kafka.send(List.<Event>of(
                    seen("seen", SEEN),
                    seen("confirmed", SEEN),
                    new PlaceConfirmed(SOURCE, address("confirmed"), SEEN.plus(MONTH)),
                    new PlaceConfirmed(SOURCE, address("changed"), SEEN),
                    seen("changed", SEEN.plus(MONTH)),
                    seen("gone", SEEN),
                    gone("gone"),
                    seen("back", SEEN),
                    gone("back"),
                    seen("back", SEEN.plus(MONTH))));

            assertThat(places.of(address("seen"))).isEqualTo(new KeptPlaces.Seen(SEEN));
            assertThat(places.of(address("confirmed"))).isEqualTo(new KeptPlaces.Seen(SEEN.plus(MONTH)));
            assertThat(places.of(address("changed")))
                    .as("what was confirmed was older")
                    .isEqualTo(new KeptPlaces.Seen(SEEN.plus(MONTH)));
            assertThat(places.of(address("gone"))).isEqualTo(new KeptPlaces.Gone(gone("gone")));
            assertThat(places.of(address("back"))).isEqualTo(new KeptPlaces.Seen(SEEN.plus(MONTH)));
            assertThat(places.of(address("elsewhere"))).isEqualTo(new KeptPlaces.Nothing());
        }
    }

    private static String address(String name) {
        return "https://posts.example.org/" + name;
    }

    private static PlaceGone gone(String name) {
        return new PlaceGone(SOURCE, address(name), GoneReason.FILE_REMOVED.with(), SEEN.plusSeconds(60));
    }

    private static PlaceObserved seen(String name, Instant at) {
        var place = new Place(address(name), null, null);
        var subject = new Subject(
                new SubjectId("posts.example.org/" + name),
                Subject.Kind.ARTICLE,
                "A post",
                null,
                place.url(),
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return new PlaceObserved(new Observation(SOURCE, place, subject, at, null, "text", List.of(), false));
    }
}
