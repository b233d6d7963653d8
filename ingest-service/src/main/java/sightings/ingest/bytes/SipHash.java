package sightings.ingest.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash of 64 bits that is made for short texts. Who does not have the key can neither
 * foresee it nor find the text from it. It is our own since each line of a log takes three of them: that of Guava, to which the tests hold
 * it, takes several times as long.
 */
public final class SipHash {

    private static final int KEY = 16;

    private final long first;
    private final long second;

    /** @param key at least 16 bytes, of which the first 16 count */
    public SipHash(byte[] key) {
        var numbers = ByteBuffer.wrap(key, 0, KEY).order(ByteOrder.LITTLE_ENDIAN);
        first = numbers.getLong();
        second = numbers.getLong();
    }

    /** The hash of the bytes between the two positions. */
    public long of(byte[] bytes, int from, int to) {
        long v0 = first ^ 0x736f6d6570736575L;
        long v1 = second ^ 0x646f72616e646f6dL;
        long v2 = first ^ 0x6c7967656e657261L;
        long v3 = second ^ 0x7465646279746573L;
        int words = (to - from) / Long.BYTES;
        // All whole words, the rest with the length, and twice nothing: that makes the four rounds at the end.
        for (int i = 0; i <= words + 2; i++) {
            long word = 0;
            if (i < words) {
                word = Bytes.eight(bytes, from + i * Long.BYTES);
            } else if (i == words) {
                word = rest(bytes, from, to);
            } else if (i == words + 1) {
                v2 ^= 0xff;
            }
            v3 ^= word;
            for (int round = 0; round < 2; round++) {
                v0 += v1;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v3;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 += v3;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 += v1;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= word;
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    /** The last bytes, fewer than eight, with the length in the highest byte. */
    private static long rest(byte[] bytes, int from, int to) {
        long rest = 0;
        for (int at = to - 1; at >= to - (to - from) % Long.BYTES; at--) {
            rest = rest << Byte.SIZE | bytes[at] & 0xFF;
        }
        return rest | (long) (to - from) << 56;
    }
}
