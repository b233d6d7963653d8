package sightings.ingest.usage;

import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import sightings.event.AccessesRead;
import sightings.event.DatasetAccessed;
import sightings.event.DeadLetter;
import sightings.event.Decoded;
import sightings.event.EventCodec;
import sightings.event.Topic;

/** Reads accesses with the contract's codec. What cannot be read is passed on as a dead letter, with the reason. */
class ReadAccess extends ContextualProcessor<String, byte[], String, Reading> {

    private final EventCodec codec;
    private final Counter unreadable;

    ReadAccess(EventCodec codec, Counter unreadable) {
        this.codec = codec;
        this.unreadable = unreadable;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        var original = original(record);
        switch (codec.read(original)) {
            case Decoded.Read(var id, AccessesRead read) -> forward(record, read.accesses());
            case Decoded.Read(var id, DatasetAccessed access) -> forward(record, List.of(access));
            case Decoded.Read other ->
                bury(
                        original,
                        record.timestamp(),
                        "not an access: " + other.event().getClass().getSimpleName());
            case Decoded.Unknown unknown -> bury(original, record.timestamp(), "unknown type " + unknown.type());
            case Decoded.Unreadable broken -> bury(original, record.timestamp(), broken.reason());
            case Decoded.Tombstone tombstone -> {
                // Nothing is counted back: this topic forgets by age.
            }
        }
    }

    /** The envelope ends here: what follows is internal, and needs no headers. */
    private void forward(Record<String, byte[]> record, List<DatasetAccessed> accesses) {
        context()
                .forward(new Record<>(
                        record.key(), new Reading.Accesses(accesses), record.timestamp(), new RecordHeaders()));
    }

    private void bury(ConsumerRecord<String, byte[]> original, long timestamp, String reason) {
        unreadable.increment();
        var letter = DeadLetter.of(original, reason);
        var key = original.key() == null ? "" : original.key();
        context().forward(new Record<>(key, new Reading.Dead(original.value()), timestamp, letter.headers()));
    }

    private ConsumerRecord<String, byte[]> original(Record<String, byte[]> record) {
        var metadata = context().recordMetadata();
        Headers headers = record.headers();
        return new ConsumerRecord<>(
                metadata.map(each -> each.topic()).orElse(Topic.ACCESSES.topicName()),
                metadata.map(each -> each.partition()).orElse(0),
                metadata.map(each -> each.offset()).orElse(0L),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                record.key(),
                record.value(),
                headers,
                Optional.empty());
    }
}
