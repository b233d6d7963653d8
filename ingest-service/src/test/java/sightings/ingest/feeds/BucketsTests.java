package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import sightings.ingest.watching.MemoryChannel;

/** Tests for {@link Buckets}. */
class BucketsTests {

    private final MemoryChannel channel = new MemoryChannel();

    @Test
    void forgetsTheOldestAndCountsThem() {
        var buckets = new Buckets("b", 2, channel);
        for (int i = 0; i < 1_000; i++) {
            buckets.commit("key" + i, "%06d".formatted(i), channel, (one, other) -> one.compareTo(other) < 0, Set.of());
        }

        assertThat(buckets.all()).hasSize(128).containsKey("key999").doesNotContainKey("key0");
        assertThat(buckets.forgotten()).isEqualTo(872);
        assertThat(channel.all()).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void neverForgetsWhatIsToBeKept() {
        var buckets = new Buckets("b", 1, channel);
        for (int i = 0; i < 500; i++) {
            buckets.commit("key" + i, "" + i, channel, (one, other) -> true, Set.of("key0", "key1"));
        }

        assertThat(buckets.get("key0")).isEqualTo("0");
        assertThat(new Buckets("b", 1, channel).get("key1")).isEqualTo("1");
    }

    @Test
    void takesAnEntryOut() {
        var buckets = new Buckets("b", 9, channel);
        buckets.commit("key", "value", channel, (one, other) -> true, Set.of());

        buckets.commit("key", null, channel, (one, other) -> true, Set.of());

        assertThat(buckets.get("key")).isNull();
        assertThat(buckets.all()).isEmpty();
    }
}
