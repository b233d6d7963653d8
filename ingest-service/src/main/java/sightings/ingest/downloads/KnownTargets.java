package sightings.ingest.downloads;

import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers which request targets ask for which dataset: by the path alone where nothing of the query decides, since those of
 * Socrata's rows are without end. Used by one thread.
 */
final class KnownTargets {

    private static final int MOST = 1 << 15;

    private final Remembered<Answer> answers = new Remembered<>(MOST);

    /**
     * What was found out about a target.
     *
     * @param request the dataset it asks for; empty where it asks for something else
     * @param byQuery whether another query behind the same path may ask for another one
     */
    record Answer(Optional<DatasetRequest> request, boolean byQuery) {}

    /** What is known of a target, or else what is found out about it. */
    Optional<DatasetRequest> get(Slice target, Function<String, Answer> findOut) {
        int query = target.indexOf('?');
        var answer = get(target, query, findOut);
        return (answer.byQuery() && query < target.to ? get(target, target.to, findOut) : answer).request();
    }

    private Answer get(Slice target, int to, Function<String, Answer> findOut) {
        long hash = answers.hash(target.bytes, target.from, to);
        var known = answers.get(hash);
        return known == null ? answers.put(hash, findOut.apply(target.text(to))) : known;
    }

    void clear() {
        answers.clear();
    }
}
