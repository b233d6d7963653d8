package sightings.showcase.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import sightings.event.Decoded;
import sightings.event.EventCodec;

/**
 * What some records, in the order of their partitions, change.
 *
 * @param changes by document, each in order
 * @param aside records that cannot be read, with the reason, where the projection goes on
 * @param stop the first record that the projection must not pass; null where there is none
 * @param next where each partition goes on
 */
record Batch(
        Map<Change.Target, List<Change>> changes,
        List<Aside> aside,
        @Nullable Aside stop,
        Map<TopicPartition, OffsetAndMetadata> next) {

    /**
     * A record that cannot be read.
     *
     * @param record the record
     * @param reason for staff, without its content
     */
    record Aside(ConsumerRecord<String, byte[]> record, String reason) {

        /** Where it stands, such as {@code uses-3@1042}. */
        String where() {
            return record.topic() + "-" + record.partition() + "@" + record.offset();
        }
    }

    /** What these records change, up to the first that must not be passed in each partition. */
    static Batch of(Projection projection, EventCodec codec, Iterable<ConsumerRecord<String, byte[]>> records) {
        var changes = new LinkedHashMap<Change.Target, List<Change>>();
        var aside = new ArrayList<Aside>();
        var next = new HashMap<TopicPartition, OffsetAndMetadata>();
        var stopped = new HashSet<TopicPartition>();
        Aside stop = null;
        for (var record : records) {
            var partition = new TopicPartition(record.topic(), record.partition());
            if (stopped.contains(partition)) {
                continue;
            }
            var unreadable = switch (codec.read(record)) {
                case Decoded.Read read -> {
                    Projection.changes(record, read.id(), read.event()).forEach(change -> add(changes, change));
                    yield null;
                }
                case Decoded.Tombstone tombstone -> {
                    if (tombstone.key() != null) {
                        projection.tombstone(record, tombstone.key()).forEach(change -> add(changes, change));
                    }
                    yield null;
                }
                case Decoded.Unknown unknown ->
                    "an event of type " + unknown.type() + ", which this release does not know";
                case Decoded.Unreadable broken -> broken.reason();
            };
            if (unreadable != null) {
                var one = new Aside(record, unreadable);
                if (projection.stopsAtUnreadable()) {
                    stopped.add(partition);
                    stop = stop == null ? one : stop;
                    continue;
                }
                aside.add(one);
            }
            next.put(partition, new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
        }
        return new Batch(changes, aside, stop, next);
    }

    private static void add(Map<Change.Target, List<Change>> changes, Change change) {
        changes.computeIfAbsent(change.target(), _ -> new ArrayList<>()).add(change);
    }
}
