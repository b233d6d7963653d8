package sightings.showcase.usage;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A number that may be told, taken apart so that each part may be told too. What is too small goes together into a rest; a
 * rest that is still too small, or is so large that all that is in it must be as large as can be, takes the smallest of the
 * told parts in, and the next where it could be guessed by how large the taken one was. So no part comes out by subtraction.
 *
 * @param parts what is told by itself
 * @param rest what is told together, 0 for nothing
 * @param <K> what the parts are told apart by
 */
record Split<K extends Comparable<K>>(Map<K, Long> parts, long rest) {

    /** So many that nobody knows which of them are in the rest. */
    static final int MANY = Integer.MAX_VALUE;

    /**
     * Takes apart what these groups are together.
     *
     * @param choices how many groups there could be, where readers know that; {@link #MANY} where they do not
     */
    static <K extends Comparable<K>> Split<K> of(Map<K, Group> groups, int threshold, int choices) {
        var told = new TreeMap<K, Group>();
        var rest = new Group();
        groups.forEach((key, group) -> {
            if (group.isTold(threshold)) {
                told.put(key, group);
            } else {
                rest.add(group);
            }
        });
        boolean moved = false;
        while (!told.isEmpty() && !rest.isEmpty()) {
            var smallest = smallest(told);
            // Who knows that the smallest was taken in knows how large it was at most.
            boolean guessable = moved && choices < MANY && smallest.getValue().count() < rest.count();
            if (rest.isToldOf(choices - told.size(), threshold) && !guessable) {
                break;
            }
            rest.add(smallest.getValue());
            told.remove(smallest.getKey());
            moved = true;
        }
        var parts = new TreeMap<K, Long>();
        told.forEach((key, group) -> parts.put(key, group.count()));
        return new Split<>(parts, rest.count());
    }

    private static <K extends Comparable<K>> Map.Entry<K, Group> smallest(Map<K, Group> groups) {
        return groups.entrySet().stream()
                .min(Comparator.<Map.Entry<K, Group>>comparingLong(
                                entry -> entry.getValue().count())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .orElseThrow();
    }
}
