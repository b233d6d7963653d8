package sightings.ingest.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Bytes}, which looks at eight bytes at a time, some of which stand outside of what is asked for. */
class BytesTests {

    private static final byte[] LETTERS = {'a', '"', '\\', ' ', (byte) 0xA2, (byte) 0xDC, '!', '#', '[', ']', 0};

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261127, 1, 2})
    void findsTheFirstWhereverItStands(long seed) {
        var random = new Random(seed);
        for (int turn = 0; turn < 20_000; turn++) {
            var bytes = bytes(random, random.nextInt(40));
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length + 1 - from);
            int quote = from;
            while (quote < to && bytes[quote] != '"' && bytes[quote] != '\\') {
                quote++;
            }
            int blank = from;
            while (blank < to && bytes[blank] != ' ') {
                blank++;
            }
            assertThat(Bytes.quoteOrBackslash(bytes, from, to)).isEqualTo(quote);
            assertThat(Bytes.indexOf((byte) ' ', bytes, from, to)).isEqualTo(blank);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261127, 1, 2})
    void hashesEqualBytesAlikeWhateverStandsAroundThemAndOthersOtherwise(long seed) {
        var random = new Random(seed);
        var known = new HashMap<Long, String>();
        for (int turn = 0; turn < 20_000; turn++) {
            var bytes = bytes(random, random.nextInt(30));
            int before = random.nextInt(10);
            var among = bytes(random, before + bytes.length + random.nextInt(10));
            System.arraycopy(bytes, 0, among, before, bytes.length);
            long hash = Bytes.hash(among, before, before + bytes.length, seed);
            assertThat(hash).isEqualTo(Bytes.hash(bytes, 0, bytes.length, seed));
            var text = Arrays.toString(bytes);
            assertThat(known.merge(hash, text, (one, _) -> one)).isEqualTo(text);
        }
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = random.nextInt(4) > 0 ? (byte) 'a' : LETTERS[random.nextInt(LETTERS.length)];
        }
        return bytes;
    }
}
