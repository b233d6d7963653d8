package sightings.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Hashes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The only codec between events and Kafka records: CloudEvents 1.0 in Kafka's binary mode with JSON data. Ids are a hash
 * of the content, so that doing the work twice writes the same record twice. A record's timestamp is left to the broker:
 * it is the time of sending, and the event's own time is in the envelope.
 */
public final class EventCodec {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** The record that stands for the event, with topic, partition, key and headers. */
    public ProducerRecord<String, byte[]> write(Event event) {
        var type = EventType.of(event);
        var data = data(event);
        var id = id(type, data);
        return new ProducerRecord<>(
                event.topic().topicName(),
                partition(event.topic(), event.subject()),
                null,
                key(event, id),
                data,
                Envelope.write(type, id, headerSafe(event.subject()), event.time()));
    }

    private byte[] data(Event event) {
        var straight = switch (event) {
            case DatasetAccessed access -> AccessJson.write(access);
            case AccessesRead read -> AccessJson.write(read);
            default -> null;
        };
        return straight == null ? json.writeValueAsBytes(event) : straight;
    }

    /** The record that takes the last event of this subject, in a topic where the last one stands for the subject. */
    public ProducerRecord<String, byte[]> tombstone(Topic topic, String subject) {
        return tombstone(topic, subject, subject);
    }

    /** The record that takes the event with this key, which is one of the subject's. */
    public ProducerRecord<String, byte[]> tombstone(Topic topic, String subject, String key) {
        return new ProducerRecord<>(topic.topicName(), partition(topic, subject), key, null);
    }

    /** The id that {@link #write} gives the event. */
    public String id(Event event) {
        return id(EventType.of(event), data(event));
    }

    /** What the record holds. Never throws, whatever its bytes are. */
    public Decoded read(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return new Decoded.Tombstone(record.key());
        }
        var ours = Envelope.read(record.headers());
        if (ours != null) {
            return read(ours.type(), ours.id(), record.value());
        }
        try {
            var envelope = KafkaMessageFactory.createReader(copyOf(record)).toEvent();
            var data = envelope.getData();
            return read(envelope.getType(), envelope.getId(), data == null ? null : data.toBytes());
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            return new Decoded.Unreadable("no CloudEvents envelope");
        }
    }

    /** The partition of all events with this subject. */
    public static int partition(Topic topic, String subject) {
        return Utils.toPositive(Utils.murmur2(subject.getBytes(StandardCharsets.UTF_8))) % topic.partitions();
    }

    /**
     * The record key. Where many events of one subject must all be kept, it holds the event's id; where the last one
     * stands for the subject, it is the subject, or the part of it that the event replaces.
     */
    private static String key(Event event, String id) {
        return switch (event) {
            // Beside the observation, which it must not take the place of.
            case PlaceConfirmed confirmed -> PlaceConfirmed.key(confirmed.place());
            // Only the last one says something: it takes the place of those before it.
            case SightingConfirmed confirmed ->
                confirmed.use().value() + "/confirmed-" + confirmed.sighting().value();
            case UseEvent use -> use.use().value() + "/" + id;
            case EntryEvent entry -> entry.entry().value() + "/" + id;
            case CheckpointMoved moved -> moved.source().value() + "/" + moved.part();
            case SourceReported reported -> reported.source().value() + "#health";
            case DemandSeen demand -> demand.source().value() + "#" + DemandSeen.about(demand.kind(), demand.what());
            case CallerNamed named -> named.source().value() + "#caller/" + named.caller();
            case FindsRevised revised -> revised.subject() + "/" + id;
            // A wish to look now is answered by looking: only the last one is kept.
            case CheckAsked asked -> asked.subject();
            case Instruction instruction -> instruction.subject() + "/" + id;
            case CatalogueEvent _,
                    PlaceObserved _,
                    PlaceGone _,
                    DatasetAccessed _,
                    AccessesRead _,
                    UsageCounted _,
                    PersonDescribed _,
                    SaltDrawn _ -> event.subject();
        };
    }

    private Decoded read(String typeName, String id, byte @Nullable [] data) {
        var type = EventType.named(typeName).orElse(null);
        if (type == null) {
            return new Decoded.Unknown(typeName);
        }
        if (data == null) {
            return new Decoded.Unreadable("no data");
        }
        Event straight = switch (type) {
            case DATASET_ACCESSED -> AccessJson.read(data);
            case ACCESSES_READ -> AccessJson.readAll(data);
            default -> null;
        };
        return straight == null ? readJson(type, id, data) : new Decoded.Read(id, straight);
    }

    private Decoded readJson(EventType type, String id, byte[] data) {
        try {
            Event event = json.readValue(data, type.recordClass());
            var missing = Completeness.firstMissing(event, "");
            return missing == null
                    ? new Decoded.Read(id, event)
                    : new Decoded.Unreadable(type.wireName() + " without " + missing);
        } catch (JacksonException | NullPointerException e) {
            return new Decoded.Unreadable(type.wireName() + " with broken data" + place(e));
        }
    }

    private static String place(Exception broken) {
        return broken instanceof JacksonException json && !json.getPath().isEmpty()
                ? " at " + json.getPathReference().replaceAll(".*?\\[", "[")
                : "";
    }

    private static String id(EventType type, byte[] data) {
        return Hashes.id(type.wireBytes(), data);
    }

    /** CloudEvents subjects travel in a header: control characters do not. */
    private static String headerSafe(String subject) {
        for (int i = 0; i < subject.length(); i++) {
            char letter = subject.charAt(i);
            if (letter < ' ' || letter == 0x7F) {
                return subject.replaceAll("\\p{Cntrl}", " ");
            }
        }
        return subject;
    }

    /** The reader wants headers that nobody has closed. */
    private static ConsumerRecord<String, byte[]> copyOf(ConsumerRecord<String, byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                record.value(),
                new RecordHeaders(record.headers().toArray()),
                record.leaderEpoch());
    }
}
