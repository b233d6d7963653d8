package sightings.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.evidence.SourceId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tests for {@link EventCodec}, {@link EventType} and {@link DeadLetter}. */
class EventCodecTests {

    private static final Path GOLDEN = Path.of("src/test/resources/sightings/event/v1");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventCodec codec = new EventCodec();

    static Stream<Event> events() {
        return Examples.all().stream();
    }

    static List<Path> goldenFiles() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsBackWhatItWrote(Event event) {
        assertThat(codec.read(sent(codec.write(event)))).isEqualTo(new Decoded.Read(codec.id(event), event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesTheEnvelopeThatTheLibraryWrites(Event event) {
        var written = codec.write(event);
        var type = EventType.of(event);
        var envelope = CloudEventBuilder.v1()
                .withId(codec.id(event))
                .withType(type.wireName())
                .withSource(URI.create("/sightings"))
                .withSubject(event.subject())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withData("application/json", written.value())
                .build();
        var expected = KafkaMessageFactory.<String>createWriter(written.topic(), written.partition(), null, "key")
                .writeBinary(envelope);
        assertThat(written.headers().toArray())
                .containsExactlyInAnyOrder(expected.headers().toArray());
        assertThat(written.value()).isEqualTo(expected.value());
    }

    @Test
    void readsTheEnvelopeOfAnotherSource() {
        var headers = headers("sightings.place-gone.v1");
        headers.remove("ce_source").add("ce_source", "https://example.org".getBytes(StandardCharsets.UTF_8));
        var gone = new PlaceGone(
                new SourceId("github"), "https://news.example.org/1", "HTTP status 404", Instant.EPOCH, null);
        assertThat(codec.read(record(headers, codec.write(gone).value()))).isEqualTo(new Decoded.Read("1", gone));
    }

    @Test
    void tombstoneTakesTheLastEventOfItsPlace() {
        var gone = new PlaceGone(
                new SourceId("github"), "https://news.example.org/1", "HTTP status 404", Instant.EPOCH, null);
        var tombstone = codec.tombstone(Topic.OBSERVATIONS, gone.place());

        var event = codec.write(gone);

        assertThat(tombstone.key()).isEqualTo(event.key());
        assertThat(tombstone.partition()).isEqualTo(event.partition());
        assertThat(codec.read(sent(tombstone))).isInstanceOf(Decoded.Tombstone.class);
    }

    @Test
    void hasAnExampleAndAGoldenFileOfEachType() throws IOException {
        assertThat(events().map(EventType::of)).containsExactlyInAnyOrder(EventType.values());
        assertThat(goldenFiles())
                .extracting(file -> file.getFileName().toString())
                .contains(Arrays.stream(EventType.values())
                        .map(type -> type.wireName() + ".json")
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void readsEachGoldenFileEverAddedIntoTodaysRecord(Path file) throws IOException {
        var type = file.getFileName().toString().replaceFirst("(\\.v\\d+)(\\..+)?\\.json$", "$1");
        var data = Files.readAllBytes(file);
        var decoded = codec.read(record(headers(type), data));
        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Read.class,
                        read -> assertThat(
                                        JSON.readTree(codec.write(read.event()).value()))
                                .isEqualTo(JSON.readTree(data)));
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        var written = codec.write(Examples.all().getFirst());
        var data = (ObjectNode) JSON.readTree(written.value());
        data.put("mood", "sunny");
        assertThat(codec.read(record(written.headers(), JSON.writeValueAsBytes(data))))
                .isInstanceOfSatisfying(
                        Decoded.Read.class,
                        read -> assertThat(read.event())
                                .isEqualTo(Examples.all().getFirst()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void refusesAnEventWithoutARequiredField(Event event) {
        var written = codec.write(event);
        var data = (ObjectNode) JSON.readTree(written.value());
        var first = event.getClass().getRecordComponents()[0].getName();
        data.remove(first);
        assertThat(codec.read(record(written.headers(), JSON.writeValueAsBytes(data))))
                .isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void saysThatATypeOrNewerVersionIsUnknown() {
        assertThat(codec.read(record(headers("sightings.use-sighted.v2"), new byte[] {'{', '}'})))
                .isEqualTo(new Decoded.Unknown("sightings.use-sighted.v2"));
    }

    @Test
    void readsANullValueAsTombstone() {
        assertThat(codec.read(record(new RecordHeaders(), null))).isEqualTo(new Decoded.Tombstone("key"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverThrowsOnBrokenBytes(long seed) {
        var random = new Random(seed);
        for (Event event : Examples.all()) {
            var written = codec.write(event);
            for (int turn = 0; turn < 50; turn++) {
                var bytes = written.value().clone();
                for (int i = 0; i <= random.nextInt(8); i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                assertThat(codec.read(record(written.headers(), bytes)))
                        .as("seed %d", seed)
                        .isNotNull();
            }
        }
    }

    @Test
    void doesNotRepeatTheRecordsContentInItsReason() {
        var decoded = codec.read(record(
                headers("sightings.person-described.v1"),
                "{\"person\":[\"Secret Name\"]}".getBytes(StandardCharsets.UTF_8)));
        assertThat(decoded.toString()).contains("broken data").doesNotContain("Secret Name");
    }

    @Test
    void refusesRecordsWithoutEnvelope() {
        assertThat(codec.read(record(new RecordHeaders(), new byte[] {1})))
                .isEqualTo(new Decoded.Unreadable("no CloudEvents envelope"));
    }

    @Test
    void givesTheSameEventTheSameId() {
        assertThat(Examples.all())
                .allSatisfy(event -> assertThat(codec.id(event)).hasSize(26));
        assertThat(Examples.all().stream().map(codec::id))
                .containsExactlyElementsOf(
                        Examples.all().stream().map(codec::id).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsAllEventsOfAUseInOnePartitionUnderDifferentKeys() {
        var records =
                events().filter(UseEvent.class::isInstance).map(codec::write).toList();
        assertThat(records)
                .extracting(ProducerRecord::partition)
                .containsOnly(records.getFirst().partition());
        assertThat(records).extracting(ProducerRecord::key).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheConfirmationOfAPlaceBesideItsObservation() {
        var place = "https://news.example.org/1";
        var confirmed = codec.write(new PlaceConfirmed(new SourceId("github"), place, Instant.EPOCH));
        var later = codec.write(new PlaceConfirmed(new SourceId("github"), place, Instant.EPOCH.plusSeconds(1)));
        var tombstone = codec.tombstone(Topic.OBSERVATIONS, place, PlaceConfirmed.key(place));

        assertThat(later.key()).isEqualTo(confirmed.key()).isNotEqualTo(place);
        assertThat(confirmed.partition()).isEqualTo(EventCodec.partition(Topic.OBSERVATIONS, place));
        assertThat(tombstone.key()).isEqualTo(confirmed.key());
        assertThat(tombstone.partition()).isEqualTo(confirmed.partition());
    }

    @Test
    void keepsOneConfirmationOfAFind() {
        var first = events().filter(SightingConfirmed.class::isInstance)
                .map(SightingConfirmed.class::cast)
                .findAny()
                .orElseThrow();
        var later = new SightingConfirmed(
                first.use(), first.sighting(), first.time().plusSeconds(1));

        assertThat(codec.write(later).key()).isEqualTo(codec.write(first).key());
        assertThat(codec.write(later).partition()).isEqualTo(codec.write(first).partition());
    }

    @Test
    void leavesTheTimestampToTheTimeOfSending() {
        assertThat(events().map(codec::write))
                .extracting(ProducerRecord::timestamp)
                .containsOnlyNulls();
    }

    @Test
    void keepsADeadLetterAsItWasWithReasonAndOrigin() {
        var record = record(headers("x"), new byte[] {7});
        var letter = DeadLetter.of(record, "no data");
        assertThat(letter.topic()).isEqualTo("uses.dlt");
        assertThat(letter.value()).containsExactly(7);
        assertThat(header(letter, DeadLetter.REASON)).isEqualTo("no data");
        assertThat(header(letter, DeadLetter.ORIGIN)).isEqualTo("uses-0@5");
        assertThat(header(letter, "ce_type")).isEqualTo("x");
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Headers headers(String type) {
        var headers = new RecordHeaders();
        for (var pair : List.of(
                List.of("ce_specversion", "1.0"),
                List.of("ce_id", "1"),
                List.of("ce_source", "/sightings"),
                List.of("ce_type", type),
                List.of("content-type", "application/json"))) {
            headers.add(pair.getFirst(), pair.getLast().getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static ConsumerRecord<String, byte[]> sent(ProducerRecord<String, byte[]> record) {
        return record(record.headers(), record.value());
    }

    private static ConsumerRecord<String, byte[]> record(Headers headers, byte[] value) {
        return new ConsumerRecord<>(
                "uses", 0, 5, 0, TimestampType.CREATE_TIME, 0, 0, "key", value, headers, java.util.Optional.empty());
    }
}
