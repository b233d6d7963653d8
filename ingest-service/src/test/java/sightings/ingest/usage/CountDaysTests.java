package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import sightings.event.EventCodec;

/** Tests for {@link CountDays}: what a failed commit leaves. What it counts is tested with the whole topology. */
class CountDaysTests {

    private static final String DAY = new DatasetDay("abcd-2345", Accesses.DAY, "downloads", "p").key();

    private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
    private final KeyValueStore<String, Long> counts = store(CountDays.COUNTS, Serdes.Long());
    private final KeyValueStore<String, Long> changed = store(CountDays.CHANGED, Serdes.Long());
    private final KeyValueStore<String, String> totals = store(CountDays.TOTALS, Serdes.String());
    private final KeyValueStore<String, byte[]> open = store(CountDays.OPEN, Serdes.ByteArray());
    private final KeyValueStore<String, Long> openDays = store(CountDays.OPEN_DAYS, Serdes.Long());
    private final CountDays processor = new CountDays(new EventCodec());

    private <V> KeyValueStore<String, V> store(String name, Serde<V> values) {
        Serde<String> keys = Serdes.String();
        var store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), keys, values)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        return store;
    }

    @Test
    void tellsADayAgainThatChangedBeforeACommitFailedAndCountsItOnce() {
        context.setCurrentSystemTimeMs(0);
        processor.init(context);
        process(3);
        assertThat(changed.get(DAY)).isNotNull();

        // The commit fails: the stores are as before, the same records come again, and the processor begins anew.
        changed.delete(DAY);
        counts.delete(DAY + "\t" + DayKey.VISITORS);
        open.delete(Accesses.DAY + "/p/" + DAY);
        openDays.delete(Accesses.DAY + "/p/");
        processor.init(context);
        process(3);
        told();

        assertThat(counts.get(DAY + "\t" + DayKey.VISITORS)).isEqualTo(3);
        assertThat(context.forwarded()).hasSize(1);
        assertThat(changed.get(DAY)).isNull();
        assertThat(open.get(Accesses.DAY + "/p/" + DAY)).isNotNull();
        assertThat(openDays.get(Accesses.DAY + "/p/")).isNotNull();
    }

    private void process(long visitors) {
        var change = new Tally();
        change.add(DayKey.VISITORS, visitors);
        processor.process(new Record<>(DAY, change.write(), 0));
    }

    private void told() {
        var punctuators = context.scheduledPunctuators();
        punctuators.getLast().getPunctuator().punctuate(0);
    }
}
