package sightings.ingest.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link SipHash}. */
class SipHashTests {

    /** The example in appendix A of the paper: key 00 to 0f, text 00 to 0e. */
    @Test
    void givesTheExampleOfItsAuthors() {
        var counting = new byte[16];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = (byte) i;
        }
        assertThat(new SipHash(counting).of(counting, 0, 15)).isEqualTo(0xa129ca6149be45e5L);
    }

    @ParameterizedTest
    @ValueSource(longs = {20261127, 1, 2})
    void givesWhatGuavaGives(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var key = new byte[16 + random.nextInt(17)];
            var text = new byte[random.nextInt(300)];
            random.nextBytes(key);
            random.nextBytes(text);
            int from = random.nextInt(text.length + 1);
            int to = from + random.nextInt(text.length - from + 1);
            var numbers = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(new SipHash(key).of(text, from, to))
                    .as("seed %d", seed)
                    .isEqualTo(Hashing.sipHash24(numbers.getLong(), numbers.getLong())
                            .hashBytes(text, from, to - from)
                            .asLong());
        }
    }
}
