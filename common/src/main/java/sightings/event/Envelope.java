package sightings.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents 1.0 attributes of an event as record headers, in Kafka's binary mode. It writes them and reads those that it
 * wrote; the general library, which takes several times as long, reads all others.
 *
 * @param type name of the event's type
 * @param id the event's id
 */
record Envelope(String type, String id) {

    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] SOURCE = bytes("/sightings");
    private static final byte[] JSON = bytes("application/json");

    private static final Header SPEC_VERSION_HEADER = new RecordHeader("ce_specversion", SPEC_VERSION);
    private static final Header SOURCE_HEADER = new RecordHeader("ce_source", SOURCE);
    private static final Header CONTENT_HEADER = new RecordHeader("content-type", JSON);

    /** The headers of an event of ours. */
    static Headers write(EventType type, String id, String subject, Instant time) {
        var headers = new RecordHeaders();
        headers.add(SPEC_VERSION_HEADER);
        headers.add("ce_id", bytes(id));
        headers.add(SOURCE_HEADER);
        headers.add("ce_type", type.wireBytes());
        headers.add("ce_subject", bytes(subject));
        headers.add("ce_time", written(time));
        headers.add(CONTENT_HEADER);
        return headers;
    }

    private static byte[] written(Instant time) {
        return time.getNano() == 0
                ? new IsoText().of(time)
                : bytes(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
    }

    /** What the headers say where they are as {@link #write} has them; null where somebody else must read them. */
    static @Nullable Envelope read(Headers headers) {
        byte[] version = null;
        byte[] source = null;
        byte[] content = null;
        byte[] type = null;
        byte[] id = null;
        for (var header : headers) {
            switch (header.key()) {
                case "ce_specversion" -> version = header.value();
                case "ce_source" -> source = header.value();
                case "content-type" -> content = header.value();
                case "ce_type" -> type = header.value();
                case "ce_id" -> id = header.value();
                default -> {
                    // Subject and time are in the data as well.
                }
            }
        }
        if (type == null
                || id == null
                || id.length == 0
                || !Arrays.equals(version, SPEC_VERSION)
                || !Arrays.equals(source, SOURCE)
                || !Arrays.equals(content, JSON)) {
            return null;
        }
        return new Envelope(text(type), text(id));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
