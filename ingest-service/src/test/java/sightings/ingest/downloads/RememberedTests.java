package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Remembered}. */
class RememberedTests {

    @ParameterizedTest
    @ValueSource(longs = {20261127, 1, 2})
    void saysWhatWasFoundOutOrNothing(long seed) {
        var random = new Random(seed);
        var remembered = new Remembered<String>(64);
        int known = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = "text" + (random.nextInt(10) > 0 ? random.nextInt(40) : random.nextInt(5_000));
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            long hash = remembered.hash(bytes, 0, bytes.length);
            var answer = remembered.get(hash);
            if (answer == null) {
                assertThat(remembered.put(hash, text)).isEqualTo(text);
            } else {
                known++;
                assertThat(answer).as("seed %d", seed).isEqualTo(text);
            }
        }
        assertThat(known).isBetween(10_000, 19_000);
        remembered.clear();
        assertThat(remembered.get(remembered.hash(new byte[] {'x'}, 0, 1))).isNull();
    }
}
