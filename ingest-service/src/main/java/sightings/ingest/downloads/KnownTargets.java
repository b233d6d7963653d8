package sightings.ingest.downloads;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sightings.ingest.bytes.Bytes;

/**
 * Remembers which request targets ask for which dataset. It knows a target by a hash of 64 bits under a random seed, and
 * forgets all when it is full, so its size is bounded whatever is asked. Used by one thread.
 */
final class KnownTargets {

    private static final int SIZE = 1 << 16;
    private static final int MOST = SIZE / 2;

    private final long seed = new SecureRandom().nextLong();
    private final long[] hashes = new long[SIZE];

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final @Nullable Optional<DatasetRequest>[] answers = new Optional[SIZE];

    private int size;

    /** What is known of a target, or else what is found out about it. */
    Optional<DatasetRequest> get(Slice target, Function<String, Optional<DatasetRequest>> findOut) {
        long hash = Bytes.hash(target.bytes, target.from, telling(target), seed);
        int at = (int) hash & SIZE - 1;
        while (true) {
            var answer = answers[at];
            if (answer == null) {
                break;
            }
            if (hashes[at] == hash) {
                return answer;
            }
            at = at + 1 & SIZE - 1;
        }
        var found = findOut.apply(target.text());
        if (size >= MOST) {
            clear();
            at = (int) hash & SIZE - 1;
        }
        hashes[at] = hash;
        answers[at] = found;
        size++;
        return found;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(answers, null);
            size = 0;
        }
    }

    /**
     * Where the part ends that decides: a query does so in an API and a viewer of ArcGIS only, and those of Socrata's rows
     * are without end.
     */
    private static int telling(Slice target) {
        boolean byQuery = target.startsWith("/api/")
                || target.startsWith("/home/")
                || target.startsWith("/apps/")
                || !target.startsWith("/");
        return target.startsWith("/resource/") || !byQuery ? target.indexOf('?') : target.to;
    }
}
