package sightings.ingest.downloads;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Keeps what very many files tell together within bounds: whoever has been seen for long ago only is forgotten. */
final class Recent {

    /** So many things are remembered at most of all files together. */
    static final int MOST = 40_000;

    private Recent() {}

    /**
     * Forgets, where there are too many, the half that was seen longest ago.
     *
     * @param mayForget by key
     * @param last when it was seen last
     */
    static <T, C extends Comparable<? super C>> void keep(
            Map<String, T> seen, Predicate<String> mayForget, Function<T, C> last) {
        if (seen.size() > MOST) {
            seen.entrySet().stream()
                    .filter(one -> mayForget.test(one.getKey()))
                    .sorted(Comparator.comparing((Map.Entry<String, T> one) -> last.apply(one.getValue()))
                            .thenComparing(Map.Entry::getKey))
                    .limit(MOST / 2)
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(seen::remove);
        }
    }
}
