package sightings.ingest.downloads;

import java.util.Optional;
import java.util.function.Function;

/** Remembers which request targets ask for which dataset. Used by one thread. */
final class KnownTargets {

    private static final int MOST = 1 << 15;

    private final Remembered<Optional<DatasetRequest>> answers = new Remembered<>(MOST);

    /** What is known of a target, or else what is found out about it. */
    Optional<DatasetRequest> get(Slice target, Function<String, Optional<DatasetRequest>> findOut) {
        long hash = answers.hash(target.bytes, target.from, telling(target));
        var known = answers.get(hash);
        return known == null ? answers.put(hash, findOut.apply(target.text())) : known;
    }

    void clear() {
        answers.clear();
    }

    /**
     * Where the part ends that decides: a query does so in an API and a viewer of ArcGIS only, and those of Socrata's rows
     * are without end.
     */
    private static int telling(Slice target) {
        boolean byQuery = target.length() < 2
                || target.bytes[target.from] != '/'
                || switch (target.bytes[target.from + 1]) {
                    case 'a' -> target.startsWith("/api/") || target.startsWith("/apps/");
                    case 'h' -> target.startsWith("/home/");
                    default -> false;
                };
        return byQuery ? target.to : target.indexOf('?');
    }
}
