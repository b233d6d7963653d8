package sightings.event;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Keeps a record that could not be read, as it was, with the reason and where it stood. */
public final class DeadLetter {

    /** Header with the reason, in plain words. */
    public static final String REASON = "sightings_reason";

    /** Header with topic, partition and offset of the original, such as {@code uses-3@1042}. */
    public static final String ORIGIN = "sightings_origin";

    private DeadLetter() {}

    /** The record for {@code <topic>.dlt}. */
    public static ProducerRecord<String, byte[]> of(ConsumerRecord<String, byte[]> record, String reason) {
        var headers = new RecordHeaders(record.headers().toArray());
        headers.add(REASON, reason.getBytes(StandardCharsets.UTF_8));
        headers.add(
                ORIGIN,
                (record.topic() + "-" + record.partition() + "@" + record.offset()).getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(record.topic() + ".dlt", null, null, record.key(), record.value(), headers);
    }
}
