package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link DaySums}. */
class DaySumsTests {

    private final KeyValueStore<String, Long> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("sums"), Serdes.String(), Serdes.Long())
            .withLoggingDisabled()
            .build();
    private final KeyValueStore<String, String> totals = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("totals"), Serdes.String(), Serdes.String())
            .withLoggingDisabled()
            .build();

    @BeforeEach
    void open() {
        var context = new MockProcessorContext<Void, Void>();
        store.init(context.getStateStoreContext(), store);
        totals.init(context.getStateStoreContext(), totals);
    }

    @Test
    void goesOnWithWhatTheStoreHas() {
        new DaySums(store, totals).add("day", "n", 3);
        var sums = new DaySums(store, totals);

        sums.add("day", "n", 2);
        sums.add("day", "i", 1);

        assertThat(sums.of("day", "n")).isEqualTo(5);
        assertThat(all(sums, "day")).isEqualTo(Map.of("n", 5L, "i", 1L));
        assertThat(store.get("day\tn")).isEqualTo(5);
    }

    @Test
    void keepsNothingOfASumThatIsGone() {
        var sums = new DaySums(store, totals);
        sums.add("day", "n", 3);
        sums.add("day", "n", -3);

        assertThat(sums.of("day", "n")).isZero();
        assertThat(all(sums, "day")).isEmpty();
        assertThat(store.get("day\tn")).isNull();
    }

    @Test
    void leavesOneRecordOfAClosedDayAndGoesOnFromIt() {
        var sums = new DaySums(store, totals);
        sums.add("day", "n", 3);
        sums.add("day", "c\tx", 1);
        sums.add("other", "n", 7);

        sums.close("day");

        assertThat(store.approximateNumEntries()).isEqualTo(1);
        assertThat(totals.approximateNumEntries()).isEqualTo(1);
        assertThat(all(sums, "day")).isEqualTo(Map.of("n", 3L, "c\tx", 1L));

        sums.add("day", "n", 2);

        assertThat(totals.approximateNumEntries()).isZero();
        assertThat(all(sums, "day")).isEqualTo(Map.of("n", 5L, "c\tx", 1L));
        assertThat(all(sums, "other")).isEqualTo(Map.of("n", 7L));
    }

    @Test
    void leavesNothingOfADayWithoutNumbers() {
        var sums = new DaySums(store, totals);
        sums.add("day", "n", 3);
        sums.add("day", "n", -3);

        sums.close("day");

        assertThat(store.approximateNumEntries() + totals.approximateNumEntries())
                .isZero();
    }

    /** Many more sums than are at hand, of days of very different sizes, one of them larger than that by itself. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261127, 1, 2})
    void givesTheSameHoweverManyDaysThereAre(long seed) {
        var random = new SplittableRandom(seed);
        var expected = new TreeMap<String, TreeMap<String, Long>>();
        var sums = new DaySums(store, totals);
        for (int i = 0; i < 100_000; i++) {
            int day = random.nextInt(4) == 0 ? 0 : random.nextInt(200);
            var name = "c\t" + random.nextInt(day == 0 ? 40_000 : 300);
            long change = random.nextInt(-2, 4);

            sums.add("day" + day, name, change);

            expected.computeIfAbsent("day" + day, _ -> new TreeMap<>()).merge(name, change, Long::sum);
            if (random.nextInt(200) == 0) {
                sums.close("day" + random.nextInt(200));
            }
            if (random.nextInt(50_000) == 0) {
                sums = new DaySums(store, totals);
            }
        }
        for (var day : expected.entrySet()) {
            day.getValue().values().removeIf(sum -> sum == 0);
            assertThat(all(sums, day.getKey())).isEqualTo(day.getValue());
            assertThat(all(new DaySums(store, totals), day.getKey())).isEqualTo(day.getValue());
        }
    }

    private static TreeMap<String, Long> all(DaySums sums, String day) {
        var all = new TreeMap<String, Long>();
        sums.forEach(day, all::put);
        return all;
    }
}
