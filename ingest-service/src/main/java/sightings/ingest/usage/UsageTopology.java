package sightings.ingest.usage;

import io.micrometer.core.instrument.Counter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import sightings.event.EventCodec;
import sightings.event.Topic;

/**
 * From accesses to counts: {@code accesses -> first of its kind -> visits (by visitor) -> by dataset's day -> counts ->
 * usage}. All stores are key-value stores: nothing is dropped for being late, and the counts depend on the set of accesses
 * alone, not on their order.
 */
final class UsageTopology {

    /** Name of the internal topic between the two halves. */
    static final String BY_DAY = "by-day";

    private UsageTopology() {}

    /**
     * The topology.
     *
     * @param codec reads accesses and writes counts
     * @param unreadable counts what could not be read
     * @param large makes the stores that may outgrow memory, by name
     */
    static Topology build(EventCodec codec, Counter unreadable, Function<String, KeyValueBytesStoreSupplier> large) {
        var builder = new StreamsBuilder();
        builder.addStateStore(store(large.apply(FirstOfItsKind.LINES), Serdes.ByteArray()));
        builder.addStateStore(store(Stores.inMemoryKeyValueStore(FirstOfItsKind.DAYS), Serdes.Long()));
        builder.addStateStore(store(large.apply(CountVisits.VISITS), Serdes.String()));
        // Accesses of an hour change the same counts again and again: each is written once a commit.
        builder.addStateStore(
                store(large.apply(CountDays.COUNTS), Serdes.Long()).withCachingEnabled());
        builder.addStateStore(store(large.apply(CountDays.TOTALS), Serdes.String()));
        builder.addStateStore(store(large.apply(CountDays.OPEN), Serdes.ByteArray()));
        builder.addStateStore(store(Stores.inMemoryKeyValueStore(CountDays.OPEN_DAYS), Serdes.Long()));
        builder.addStateStore(store(Stores.inMemoryKeyValueStore(CountDays.CHANGED), Serdes.Long()));

        KStream<String, Reading> read = builder.stream(
                        Topic.ACCESSES.topicName(), Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .process(() -> new ReadAccess(codec, unreadable), Named.as("read"));
        read.process(Bury::new, Named.as("bury"))
                .to(Topic.ACCESSES.deadLetterName(), Produced.with(Serdes.String(), Serdes.ByteArray()));
        read.process(
                        FirstOfItsKind::new,
                        Named.as("first"),
                        FirstOfItsKind.LINES,
                        FirstOfItsKind.DAYS,
                        CountVisits.VISITS)
                .process(CountVisits::new, Named.as("visits"), CountVisits.VISITS)
                .repartition(Repartitioned.with(Serdes.String(), Serdes.String())
                        .withName(BY_DAY)
                        .withNumberOfPartitions(Topic.USAGE.partitions()))
                .process(
                        () -> new CountDays(codec),
                        Named.as("count"),
                        CountDays.COUNTS,
                        CountDays.TOTALS,
                        CountDays.OPEN,
                        CountDays.OPEN_DAYS,
                        CountDays.CHANGED)
                .to(
                        Topic.USAGE.topicName(),
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withStreamPartitioner(bySubject()));
        return builder.build();
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(
            KeyValueBytesStoreSupplier supplier, Serde<V> values) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), values).withLoggingEnabled(Map.of());
    }

    /** As the codec would send it: the key of a count is its subject. */
    private static StreamPartitioner<String, byte[]> bySubject() {
        return (topic, key, value, partitions) -> Optional.of(Set.of(EventCodec.partition(Topic.USAGE, key)));
    }

    /** Passes on what is a dead letter, as it was. */
    private static final class Bury extends ContextualProcessor<String, Reading, String, byte[]> {

        @Override
        public void process(Record<String, Reading> record) {
            if (record.value() instanceof Reading.Dead dead) {
                context()
                        .forward(new Record<>(
                                record.key(),
                                dead.value(),
                                context().currentSystemTimeMs(),
                                new RecordHeaders(record.headers())));
            }
        }
    }
}
