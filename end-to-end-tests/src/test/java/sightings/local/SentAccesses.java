package sightings.local;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import sightings.event.AccessesRead;
import sightings.event.Decoded;
import sightings.event.EventCodec;
import sightings.event.Topic;

/** How many accesses stand in topic {@code accesses}, and how many of them are counted. */
final class SentAccesses implements AutoCloseable {

    private final EventCodec codec = new EventCodec();
    private final Offsets offsets;
    private final TopicTail tail;

    /** Of each partition, how many accesses stand there up to each record with some. */
    private final Map<TopicPartition, TreeMap<Long, Long>> upTo = new HashMap<>();

    SentAccesses(String servers, Offsets offsets) {
        this.offsets = offsets;
        tail = new TopicTail(servers, Topic.ACCESSES);
        tail.partitions().forEach(partition -> upTo.put(partition, new TreeMap<>()));
    }

    /** All that were sent, those that were sent twice both times. */
    long sent() {
        read();
        return upTo.values().stream().mapToLong(SentAccesses::last).sum();
    }

    /** Those of them that counting has taken, and committed that. */
    long counted() {
        read();
        var committed = offsets.committed(ToldUsage.COUNTING);
        return upTo.entrySet().stream()
                .mapToLong(each -> last(each.getValue().headMap(committed.getOrDefault(each.getKey(), 0L))))
                .sum();
    }

    private static long last(SortedMap<Long, Long> upTo) {
        return upTo.isEmpty() ? 0 : upTo.get(upTo.lastKey());
    }

    private void read() {
        if (offsets.exists(Topic.ACCESSES)) {
            tail.read(this::add);
        }
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        if (codec.read(record) instanceof Decoded.Read(var id, AccessesRead read)) {
            var partition = upTo.get(new TopicPartition(record.topic(), record.partition()));
            partition.put(record.offset(), last(partition) + read.accesses().size());
        }
    }

    @Override
    public void close() {
        tail.close();
    }
}
