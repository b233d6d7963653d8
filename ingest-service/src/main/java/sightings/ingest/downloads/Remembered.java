package sightings.ingest.downloads;

import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sightings.ingest.bytes.Bytes;

/**
 * Remembers what was found out about texts of log lines. It knows a text by a hash of 64 bits under a random seed, and forgets all when it is
 * full, so its size is bounded whatever is asked. Used by one thread.
 *
 * @param <T> what is found out
 */
final class Remembered<T> {

    private final long seed = new SecureRandom().nextLong();
    private final int size;
    private final long[] hashes;
    private final @Nullable Object[] answers;
    private int taken;

    /** @param atMost so many texts, a power of two */
    Remembered(int atMost) {
        size = 2 * atMost;
        hashes = new long[size];
        answers = new Object[size];
    }

    /** By what a text is known here. */
    long hash(byte[] bytes, int from, int to) {
        return Bytes.hash(bytes, from, to, seed);
    }

    /** What is known of the text with this hash; null where that is nothing. */
    @SuppressWarnings("unchecked")
    @Nullable
    T get(long hash) {
        return (T) answers[place(hash)];
    }

    /** Remembers what was found out about the text with this hash, of which nothing is known, and returns it. */
    T put(long hash, T answer) {
        if (taken >= size / 2) {
            clear();
        }
        int at = place(hash);
        hashes[at] = hash;
        answers[at] = answer;
        taken++;
        return answer;
    }

    void clear() {
        if (taken > 0) {
            Arrays.fill(answers, null);
            taken = 0;
        }
    }

    /** Where it stands, or else would stand. */
    private int place(long hash) {
        int at = (int) hash & size - 1;
        while (answers[at] != null && hashes[at] != hash) {
            at = at + 1 & size - 1;
        }
        return at;
    }
}
