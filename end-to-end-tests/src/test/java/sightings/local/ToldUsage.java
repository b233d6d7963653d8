package sightings.local;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import sightings.event.Decoded;
import sightings.event.EventCodec;
import sightings.event.Topic;
import sightings.event.UsageCounted;

/** What topic {@code usage} says, the last of each day. */
final class ToldUsage implements AutoCloseable {

    /** The group that counts. */
    static final String COUNTING = "sightings-usage";

    private final EventCodec codec = new EventCodec();
    private final Map<String, UsageCounted> told = new HashMap<>();
    private final TopicTail tail;

    ToldUsage(String servers) {
        tail = new TopicTail(servers, Topic.USAGE);
    }

    /** As {@link UsageSums} has them. */
    SortedMap<String, String> sums(String profile) {
        tail.read(this::add);
        return UsageSums.of(told.values(), profile);
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        if (codec.read(record) instanceof Decoded.Read(var id, UsageCounted counted)) {
            told.put(record.key(), counted);
        }
    }

    @Override
    public void close() {
        tail.close();
    }
}
