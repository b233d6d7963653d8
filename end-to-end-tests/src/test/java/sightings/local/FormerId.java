package sightings.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jsoup.nodes.Document;
import sightings.event.EventCodec;
import sightings.event.PlaceObserved;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.local.world.DeskVisit;

/**
 * A former id that nobody knows: as an alias added on the desk it makes earlier observations count, and the desk says how
 * many, through the form, Kafka, ingest, Kafka, Elasticsearch and the page.
 */
final class FormerId {

    private static final int EARLIER = 17;
    private static final String FORMER = "zy9x-8w7v";

    private final Town town;
    private final DeskVisit staff;

    FormerId(Town town, DeskVisit staff) {
        this.town = town;
        this.staff = staff;
    }

    /** Goes the whole way, from the question why it is not seen to the evidence. */
    void isLearntAgain() throws IOException {
        Town.await(
                "the catalogue is at the desk",
                () -> !page("/desk/catalogue")
                        .select("tbody th a[href^=/desk/catalogue/]")
                        .isEmpty());
        var dataset = page("/desk/catalogue").select("tbody th a").getFirst().attr("href");
        var host = page(dataset).select("tr").stream()
                .filter(row -> row.text().contains("host of the portal"))
                .map(row -> row.select("code").text())
                .findFirst()
                .orElseThrow();
        observe(host);

        // Staff ask why one of them is not seen, and follow the advice.
        var asked = page("/desk/why");
        var why = staff.send(
                        staff.form(asked, "/desk/why").orElseThrow(),
                        Map.of("as", "ADDRESS", "text", "https://" + host + "/d/" + FORMER))
                .parse();
        assertThat(why.text()).contains("No find");
        var advice = why.select("a[href*=/desk/aliases/new]").getFirst().attr("href");
        var form = staff.form(page(advice), "/desk/aliases").orElseThrow();
        var id = dataset.substring(dataset.lastIndexOf('/') + 1);
        var added = staff.send(form, Map.of("dataset", id)).parse();
        assertThat(added.text()).contains(FORMER);

        Town.await(
                "the desk says how many count",
                () -> page(dataset).text().contains(EARLIER + " earlier finds now count"));
        Town.await("they are evidence", () -> page(dataset).text().contains("Former id in use"));
        var again = staff.send(
                        staff.form(page("/desk/why"), "/desk/why").orElseThrow(),
                        Map.of("as", "ADDRESS", "text", "https://" + host + "/d/" + FORMER))
                .parse();
        assertThat(again.text()).contains("1 find");
    }

    /** What a watcher saw before anybody knew the former id. */
    private void observe(String host) {
        var codec = new EventCodec();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", town.kafka(), "acks", "all", "max.in.flight.requests.per.connection", "1");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var sent = IntStream.range(0, EARLIER)
                    .mapToObj(number -> seen(number, "https://" + host + "/d/" + FORMER))
                    .map(observed -> producer.send(codec.write(observed)))
                    .toList();
            producer.flush();
            var records = sent.stream().map(Future::resultNow).toList();
            try (var offsets = new Offsets(town.kafka())) {
                Town.await("they were read, and nothing was found", () -> offsets.hasRead("recogniser", records));
            }
        }
    }

    private static PlaceObserved seen(int number, String text) {
        var url = "https://posts.example.org/" + number;
        var subject = new Subject(
                new SubjectId("posts.example.org/" + number),
                Subject.Kind.ARTICLE,
                "Former id in use",
                null,
                url,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return new PlaceObserved(new Observation(
                new SourceId("feed:https://posts.example.org/feed"),
                new Place(url, null, null),
                subject,
                Town.MOMENT,
                null,
                text,
                List.of(),
                false));
    }

    private Document page(String path) {
        try {
            return staff.page(path).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
